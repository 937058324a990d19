package dev.posthorn.demo.creatio;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Pages;

/// The page that the played Creatio shows to people who are not logged in.
final class LoginPage {

    private LoginPage() {}

    static Answer answer(String name) {
        return Answer.page(200, "Creatio (played by the demo server)", "<form method=\"post\" action=\"/" + Pages.escaped(name) + "/Login/NuiLogin.aspx\" id=\"loginForm\">\n"
                + "<label>User name <input type=\"text\" name=\"UserName\" autocomplete=\"username\"></label>\n"
                + "<label>Password <input type=\"password\" name=\"UserPassword\" autocomplete=\"current-password\"></label>\n<button>Log in</button></form>\n"
                + "<p>Users here: Supervisor with the password Supervisor; ann with secret; expired and locked with secret, who show what their names say.</p>");
    }
}
