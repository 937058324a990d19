package dev.posthorn.api;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A method of an API: a request to fill in.
///
/// @param item    the id of the request in its collection; empty for one of a built-in list
/// @param group   the folders it stands in; empty for none
/// @param request what is sent with nothing filled in
public record ApiMethod(String item, String name, String group, Request request) {

    /// More are not listed.
    public static final int MOST = 5_000;
    private static final int SEARCHED = 600;

    /// All requests of a collection.
    public static List<ApiMethod> of(Collection collection) {
        var all = new ArrayList<ApiMethod>();
        collect(collection.items(), "", all);
        return all;
    }

    private static void collect(List<Item> items, String group, List<ApiMethod> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                collect(folder.items(), group.isEmpty() ? folder.name() : group + " / " + folder.name(), into);
            } else if (item instanceof RequestItem request && into.size() < MOST) {
                into.add(new ApiMethod(request.id(), request.name(), group, request.request()));
            }
        }
    }

    /// What it does, in the words of its description; the fields of its body are not part of that.
    public String about() {
        return plain(Shape.without(request.description()).strip());
    }

    /// The first line of its description; its address where it has none.
    public String line() {
        var line = request.description().lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        return line.isEmpty() || line.equals(Shape.HEADING) ? request.url() : plain(line);
    }

    /// Without the signs of Markdown that a label cannot show.
    private static String plain(String text) {
        return text.replaceAll("\\*\\*([^*\n]{1,300})\\*\\*", "$1").replaceAll("`([^`\n]{1,300})`", "$1").replaceAll("(?m)^#{1,6} ", "");
    }

    /// Worked out anew at each call.
    public MethodFields fields() {
        return new MethodFields(request);
    }

    /// What a search looks through: its name, address, folder and the beginning of its description.
    public String searched() {
        var about = request.description();
        return (name + " " + request.method() + " " + request.url() + " " + group + " " + about.substring(0, Math.min(SEARCHED, about.length()))).toLowerCase(Locale.ROOT);
    }

    /// The words of a search, of which a method must have all.
    public static List<String> words(String search) {
        return List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    }
}
