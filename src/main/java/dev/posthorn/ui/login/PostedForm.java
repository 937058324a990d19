package dev.posthorn.ui.login;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.web.WebEngine;
import org.w3c.dom.html.HTMLDocument;
import org.w3c.dom.html.HTMLFormElement;
import org.w3c.dom.html.HTMLInputElement;

/// The form with which a page posts the redirect (OAuth 2.0 Form Post Response Mode): its address bears nothing, its hidden fields do.
final class PostedForm {

    private static final int MOST = 100;

    private PostedForm() {}

    /// The fields of the form on the page that leads to this address; none where there is none.
    static Map<String, String> fields(WebEngine engine, String action) {
        var fields = new LinkedHashMap<String, String>();
        if (engine.getDocument() instanceof HTMLDocument document) {
            for (var at = 0; at < Math.min(document.getForms().getLength(), MOST); at++) {
                if (document.getForms().item(at) instanceof HTMLFormElement form && action.equals(form.getAction()) && "post".equalsIgnoreCase(form.getMethod())) {
                    for (var field = 0; field < Math.min(form.getElements().getLength(), MOST); field++) {
                        if (form.getElements().item(field) instanceof HTMLInputElement input && input.getName() != null) {
                            fields.put(input.getName(), input.getValue() == null ? "" : input.getValue());
                        }
                    }
                }
            }
        }
        return fields;
    }
}
