package dev.posthorn.ui.sidebar;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.Opened;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The collections as a tree of rows, apart from any control, so that it can be made and filtered off the FX thread.
record Branch(TreeRow row, List<Branch> children) {
    static List<Branch> of(List<Opened> opened) {
        return opened.stream().map(Branch::of).toList();
    }

    private static Branch of(Opened opened) {
        return switch (opened) {
            case Opened.Good good -> new Branch(new TreeRow.Whole(good, good.collection().requests().count()), below(good.file(), good.collection().items()));
            case Opened.Bad bad -> new Branch(new TreeRow.Broken(bad), List.of());
        };
    }

    private static List<Branch> below(Path file, List<Item> items) {
        var branches = new ArrayList<Branch>(items.size());
        for (var item : items) {
            branches.add(switch (item) {
                case Folder folder -> new Branch(new TreeRow.Group(file, folder), below(file, folder.items()));
                case RequestItem request -> new Branch(new TreeRow.Leaf(file, request), List.of());
                case OtherItem other -> new Branch(new TreeRow.Other(file, other), List.of());
                case BadItem bad -> new Branch(new TreeRow.BadFile(file, bad), List.of());
            });
        }
        return branches;
    }

    /// The rows in which each word of `words` occurs in the name, URL or method, or in a name above it; their ancestors are kept.
    static List<Branch> filter(List<Branch> branches, String words) {
        var wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return filter(branches, wanted, "");
    }

    private static List<Branch> filter(List<Branch> branches, List<String> words, String above) {
        var kept = new ArrayList<Branch>();
        for (var branch : branches) {
            var here = above + '\n' + branch.row.searched().toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(here::contains)) {
                kept.add(branch);
            } else {
                var below = filter(branch.children, words, here);
                if (!below.isEmpty()) {
                    kept.add(new Branch(branch.row, below));
                }
            }
        }
        return kept;
    }

    /// How many requests stand below these branches.
    static long requests(List<Branch> branches) {
        return branches.stream().mapToLong(b -> b.row instanceof TreeRow.Leaf ? 1 : requests(b.children)).sum();
    }
}
