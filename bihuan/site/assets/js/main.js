// What happens on every page. Each sibling is one behaviour; a page works without any of them.
import "htmx.org";
import "./menus.js";
import "./keys.js";
import "./submit.js";
import "./leave.js";
import "./drafts.js";
import "./choose.js";
import "./labels.js";
import "./pairs.js";
import "./intake.js";
import "./drop.js";
import "./slots.js";
import "./takedown.js";
import "./toasts.js";
import "./session.js";
