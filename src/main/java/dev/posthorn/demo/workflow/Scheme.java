package dev.posthorn.demo.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A kind of process: its states, and which command leads from which to which.
///
/// @param states the first is where a process begins
record Scheme(String code, List<String> states, List<Step> steps) {

    /// @param by the person who may give the command; empty for anybody
    record Step(String from, String command, String to, String by) {}

    static final List<Scheme> ALL = List.of(
            new Scheme("TestScheme", List.of("Draft", "Review", "Approved", "Rejected"), List.of(new Step("Draft", "Submit", "Review", ""), new Step("Review", "Approve", "Approved", ""),
                    new Step("Review", "Reject", "Rejected", ""), new Step("Rejected", "Rework", "Draft", ""))),
            new Scheme("VacationRequest", List.of("Requested", "ManagerSigned", "Granted", "Denied"), List.of(new Step("Requested", "Sign", "ManagerSigned", "manager"), new Step("Requested", "Deny", "Denied", "manager"),
                    new Step("ManagerSigned", "Grant", "Granted", "office"), new Step("ManagerSigned", "Deny", "Denied", "office"))));

    private static final Map<String, String> GERMAN = Map.of("Submit", "Einreichen", "Approve", "Genehmigen", "Reject", "Zurückweisen", "Rework", "Überarbeiten", "Sign", "Unterschreiben", "Deny", "Ablehnen",
            "Grant", "Gewähren");

    static Optional<Scheme> of(String code) {
        return ALL.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    List<Step> from(String state, String identity) {
        return steps.stream().filter(s -> s.from().equals(state) && (s.by().isEmpty() || identity.isEmpty() || s.by().equals(identity))).toList();
    }

    static String localized(String command, String culture) {
        return culture.startsWith("de") ? GERMAN.getOrDefault(command, command) : command;
    }

    /// As the designer of a Workflow Server keeps it.
    String xml() {
        var xml = new StringBuilder("<Process Name=\"" + code + "\" CanBeInlined=\"false\" Tags=\"\">\n  <Activities>\n");
        for (var state : states) {
            var last = steps.stream().noneMatch(s -> s.from().equals(state));
            xml.append("    <Activity Name=\"").append(state).append("\" State=\"").append(state).append("\" IsInitial=\"").append(state.equals(states.getFirst())).append("\" IsFinal=\"").append(last)
                    .append("\" IsForSetState=\"true\"/>\n");
        }
        xml.append("  </Activities>\n  <Transitions>\n");
        for (var step : steps) {
            xml.append("    <Transition From=\"").append(step.from()).append("\" To=\"").append(step.to()).append("\"><Triggers><Trigger Type=\"Command\" NameRef=\"").append(step.command())
                    .append("\"/></Triggers></Transition>\n");
        }
        return xml.append("  </Transitions>\n</Process>\n").toString();
    }
}
