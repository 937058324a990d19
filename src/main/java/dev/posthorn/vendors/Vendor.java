package dev.posthorn.vendors;

import dev.posthorn.auth.BizagiAuth;
import dev.posthorn.auth.CreatioOAuthAuth;
import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.model.Auth;
import java.util.List;
import java.util.Map;

/// The three systems that the program knows by name, and the ways to connect to each.
public enum Vendor {
    CREATIO("Creatio", List.of(CreatioSessionAuth.ID, CreatioOAuthAuth.ID)), BIZAGI("Bizagi", List.of(BizagiAuth.ID)), WORKFLOW_SERVER("Workflow Server", List.of(WorkflowServerAuth.ID));

    private final String title;
    private final List<String> types;

    Vendor(String title, List<String> types) {
        this.title = title;
        this.types = types;
    }

    public String title() {
        return title;
    }

    /// The auth types that it may be called with, the usual one first.
    public List<String> types() {
        return types;
    }

    /// Fills in the demo server, which plays this vendor; what is chosen in the form, such as the platform, stays.
    public static Auth demo(Auth form) {
        var filled = form;
        for (var value : demoValues(form).entrySet()) {
            filled = filled.with(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static Map<String, String> demoValues(Auth form) {
        var creatio = form.text("platform").equals("net") ? "{{demo}}/creatio-net" : "{{demo}}/creatio";
        return switch (form.type()) {
            case CreatioSessionAuth.ID -> Map.of("baseUrl", creatio, "username", "Supervisor", "password", "Supervisor");
            case CreatioOAuthAuth.ID -> Map.of("identityUrl", "{{demo}}/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret", "baseUrl", creatio);
            case BizagiAuth.ID -> Map.of("projectUrl", "{{demo}}/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "client_authentication", "header");
            default -> switch (form.text("mode")) {
                case "token" -> Map.of("serverUrl", "{{demo}}/workflow", "token", "workflow-demo-token");
                case "oidc" -> Map.of("serverUrl", "{{demo}}/workflow-oidc", "token", "workflow-demo-token", "clientId", "workflowapi");
                default -> Map.of("serverUrl", "{{demo}}/workflow-open");
            };
        };
    }
}
