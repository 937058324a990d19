package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Json;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import java.util.LinkedHashMap;

/// `AuthService.svc`: logs people in. A refusal comes with status 200 as well; `Code` tells them apart.
final class AuthService {

    private final Stage stage;
    private final Sessions sessions;
    private final String name;

    AuthService(Stage stage, Sessions sessions, String name) {
        this.stage = stage;
        this.sessions = sessions;
        this.name = name;
    }

    /// @param method the last part of the path
    Answer answer(Asked asked, String method) {
        return switch (method) {
            case "Login" -> asked.is("POST") ? login(asked) : notAllowed(asked);
            case "Logout" -> {
                sessions.logout(asked);
                yield Answer.empty(200);
            }
            default -> {
                asked.note().wrong("AuthService.svc has no method " + method + ".");
                yield Answer.page(403, "403 - Forbidden: Access is denied.", "<p>You do not have permission to view this directory or page.</p>");
            }
        };
    }

    private static Answer notAllowed(Asked asked) {
        asked.note().wrong("Login is for POST.");
        return Answer.page(405, "Method not allowed.", "<p>The method " + Pages.escaped(asked.method()) + " is not allowed here.</p>").with("Allow", "POST");
    }

    private Answer login(Asked asked) {
        stage.faults().wait(Fault.LOGIN_SLOW);
        if (stage.faults().has(Fault.LOGIN_HTML)) {
            asked.note().wrong("Fault: a page instead of the answer to the login.");
            return Pages.application("Welcome to the application");
        }
        var body = Json.read(asked.body()).filter(JsonNode::isObject).filter(b -> b.path("UserName").isTextual() && b.path("UserPassword").isTextual());
        if (body.isEmpty() || !asked.type().equals("application/json")) {
            asked.note().wrong(body.isEmpty() ? "The body is no JSON object with UserName and UserPassword." : "The Content-Type is not application/json.");
            return Answer.page(400, "Request Error", "<p>The server encountered an error processing the request.</p>");
        }
        var sent = body.get().path("UserName").asText();
        var user = Users.known(sent);
        asked.note().who(user.isEmpty() ? sent : user);
        if (user.isEmpty()) {
            return refused(asked, "The user \"" + (sent.length() > 100 ? sent.substring(0, 100) : sent) + "\" is not found.", null);
        }
        if (stage.faults().has(Fault.WRONG_PASSWORD) || !Users.PASSWORDS.get(user).equals(body.get().path("UserPassword").asText())) {
            return refused(asked, "The password is wrong.", null);
        }
        if (user.equals("locked")) {
            return refused(asked, "The user account is locked. Please contact your system administrator.", null);
        }
        if (user.equals("expired") || stage.faults().has(Fault.PASSWORD_EXPIRED)) {
            return refused(asked, "The password is expired and must be changed.", asked.origin() + "/" + name + "/Login/ChangePassword.aspx");
        }
        return sessions.login(user, told(0, "", null));
    }

    private Answer refused(Asked asked, String why, String change) {
        asked.note().wrong(why);
        stage.counts().add(name + ".logins.refused");
        return told(1, why, change);
    }

    private static Answer told(int code, String message, String change) {
        var told = new LinkedHashMap<String, Object>();
        told.put("Code", code);
        told.put("Message", message);
        told.put("Exception", null);
        if (code != 0) {
            var exception = new LinkedHashMap<String, Object>();
            exception.put("HelpLink", null);
            exception.put("InnerException", null);
            exception.put("Message", message);
            exception.put("StackTrace", null);
            exception.put("Type", "System.Security.SecurityException");
            told.put("Exception", exception);
        }
        told.put("PasswordChangeUrl", change);
        told.put("RedirectUrl", null);
        return Answer.json(200, told);
    }
}
