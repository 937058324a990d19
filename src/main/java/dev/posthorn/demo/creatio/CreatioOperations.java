package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Names;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Changes;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.odata.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The functions and actions of the played Creatio.
final class CreatioOperations {

    private static final UUID COMPLETED = Names.id("ActivityStatus", 2);

    private CreatioOperations() {}

    static List<Operation> of(Tables tables, Changes changes) {
        var activity = tables.schema().type("Activity");
        return List.of(
                new Operation("CountByType", false, "", Map.of("typeName", Kind.STRING), Kind.INT, "", false, (row, p) -> count(tables, (String) p.get("typeName"))),
                new Operation("LargestAccounts", false, "", Map.of("count", Kind.INT), null, "Account", true, (row, p) -> largest(tables, (Long) p.get("count"))),
                new Operation("OpenActivities", false, "Account", Map.of(), null, "Activity", true,
                        (row, p) -> tables.of("Activity").where("AccountId", row.get("Id")).stream().filter(a -> !COMPLETED.equals(a.get("StatusId"))).toList()),
                new Operation("CloseActivities", true, "", Map.of("accountId", Kind.GUID), Kind.INT, "", false, (row, p) -> {
                    var open = tables.of("Activity").where("AccountId", p.get("accountId")).stream().filter(a -> !COMPLETED.equals(a.get("StatusId"))).toList();
                    for (var one : open) {
                        changes.update(activity, one, Map.of("StatusId", COMPLETED));
                    }
                    return (long) open.size();
                }),
                new Operation("Complete", true, "Activity", Map.of("result", Kind.STRING), null, "Activity", false, (row, p) -> {
                    var values = new LinkedHashMap<String, Object>();
                    values.put("StatusId", COMPLETED);
                    values.put("DetailedResult", shortened((String) p.get("result")));
                    changes.update(activity, row, values);
                    return tables.of("Activity").find(row.get("Id")).orElse(row);
                }));
    }

    private static String shortened(String text) {
        return text != null && text.length() > 4_000 ? text.substring(0, 4_000) : text;
    }

    private static long count(Tables tables, String type) throws ODataError {
        var found = tables.of("AccountType").where("Name", type);
        if (found.isEmpty()) {
            throw new ODataError(404, "There is no account type '" + type + "'.");
        }
        return tables.of("Account").where("TypeId", found.getFirst().get("Id")).size();
    }

    private static List<Map<String, Object>> largest(Tables tables, long count) throws ODataError {
        if (count < 1 || count > 100) {
            throw new ODataError(400, "count must be from 1 to 100.");
        }
        return tables.of("Account").all().stream().sorted((a, b) -> Long.compare(employees(b), employees(a))).limit(count).toList();
    }

    private static long employees(Map<String, Object> row) {
        return row.get("EmployeesNumber") instanceof Long number ? number : 0;
    }
}
