// The body of a function: (role, inside?) -> visible elements that could have the role.
//
// It is generous; the engine's own computed role decides. Hidden elements are left out: not rendered, `inert`,
// or hidden from assistive technology, as those have no role for a person.
const [role, inside] = arguments;
const implicit = {
  alert: "", article: "article", banner: "header", button: "button, summary, input:is([type=button], [type=submit])",
  cell: "td", checkbox: "input[type=checkbox]", columnheader: "th", combobox: "select, input[list]",
  complementary: "aside", contentinfo: "footer", dialog: "dialog", form: "form", group: "fieldset, details",
  heading: "h1, h2, h3, h4, h5, h6", img: "img, svg", link: "a[href]", list: "ul, ol", listbox: "select",
  listitem: "li", main: "main", meter: "meter", navigation: "nav", option: "option", paragraph: "p",
  progressbar: "progress", radio: "input[type=radio]", region: "section", row: "tr", rowheader: "th",
  search: "search", searchbox: "input[type=search]", separator: "hr", slider: "input[type=range]",
  spinbutton: "input[type=number]", status: "output", table: "table",
  textbox: "textarea, input:not([type]), input:is([type=text], [type=email], [type=password], [type=url], [type=tel])",
};
const selector = [`[role~="${CSS.escape(role)}"]`, implicit[role]].filter(Boolean).join(", ");
return [...(inside ?? document).querySelectorAll(selector)].filter(
  (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true]"),
);
