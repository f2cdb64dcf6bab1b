//! Templates that drop a statement, bring something in from elsewhere, lead out of the theme, or have no end.

use std::fmt::Write as _;

use super::desk::{Desk, theme_file};

const PLACE: &str = "themes/own/templates/text.html:";

fn with(planted: &str) -> Desk {
    let desk = Desk::new();
    desk.theme();
    desk.template(planted);
    desk
}

#[test]
fn a_theme_without_a_statement_publishes_nothing() {
    let component = "components/statements.html";
    let whole = theme_file(component);
    let part = whole.lines().find(|line| line.contains("finance")).unwrap();
    let empty = "{% component statements(statements: map) %}{% endcomponent statements %}";
    for (text, code) in [
        (empty.to_owned(), "E0901"),
        (whole.replace(part, ""), "E0901"),
        (whole.replace("<aside ", "<aside hidden "), "E0903"),
        (
            whole.replace(
                "<section data-statement=\"finance\">",
                "<section inert aria-hidden=\"true\" data-statement=\"finance\">",
            ),
            "E0903",
        ),
        (
            whole.replace("statements.finance.html", "statements.screening.html"),
            "E0902",
        ),
    ] {
        assert_ne!(text, whole);
        let desk = Desk::new();
        desk.theme();
        desk.write(&format!("themes/own/{component}"), &text);
        let run = desk.run(&["build", "--lang", "en", "--format", "concise"]);
        let run = run.refused("E090", "themes/default/templates/");
        assert!(run.out.contains(code), "{code}: {text}: {}", run.out);
        assert!(!desk.path("public").exists(), "{text}");
    }
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_goes_there() {
    for planted in [
        "<script src=\"https://elsewhere.example/x.js\"></script>",
        "<img src=\"https://elsewhere.example/x.png\" alt=\"\">",
        "<img src=\"//elsewhere.example/x.png\" alt=\"\">",
        "<img src=\"\\\\elsewhere.example/x.png\" alt=\"\">",
        "<img src=\"ht&#10;tps://elsewhere.example/x.png\" alt=\"\">",
        "<img src=\"x.png\" srcset=\"x.png 1x, https://elsewhere.example/x.png 2x\" alt=\"\">",
        "<iframe src=\"./\"></iframe>",
        "<object data=\"x\"></object>",
        "<embed src=\"x\">",
        "<base href=\"https://elsewhere.example/\">",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://elsewhere.example\">",
        "<link rel=\"stylesheet\" href=\"https://elsewhere.example/x.css\">",
        "<link rel=\"preconnect\" href=\"https://elsewhere.example\">",
        "<link rel=\"canonical stylesheet\" href=\"https://elsewhere.example\">",
        "<form action=\"https://elsewhere.example/\"><button>x</button></form>",
        "<form><button formaction=\"//elsewhere.example\">x</button></form>",
        "<a ping=\"https://elsewhere.example\" href=\"./\">x</a>",
        "<video poster=\"https://elsewhere.example/x.png\"></video>",
        "<svg><image href=\"https://elsewhere.example/x.png\"/></svg>",
        "<svg><use xlink:href=\"//elsewhere.example/x.svg#a\"/></svg>",
        "<img src=\"data:image/svg+xml,x\" alt=\"\">",
    ] {
        let run = with(planted).check();
        assert!(run.out.contains("E0809"), "{planted}: {}", run.out);
        run.refused("E0809", PLACE);
    }
    let allowed = "<link rel=\"license\" href=\"https://elsewhere.example/\"><a href=\"https://elsewhere.example/\" rel=\"noreferrer\">x</a>";
    with(allowed).check().succeeded();
}

#[test]
fn no_script_or_style_stands_in_a_template_however_it_is_written() {
    for planted in [
        "<script>canary()</script>",
        "<SCRIPT>canary()</SCRIPT>",
        "<script type=\"module\">canary()</script>",
        "<style>.statements{display:none}</style>",
        "<p style=\"color:red\">x</p>",
        "<p onclick=\"canary()\">x</p>",
        "<p ONCLICK=\"canary()\">x</p>",
        "<a href=\"javascript:canary()\">x</a>",
        "<a href=\" java&#9;script:canary()\">x</a>",
        "<a href=\"&#x6a;avascript&colon;canary()\">x</a>",
        "<a href=\"vbscript:canary()\">x</a>",
        "<a href=\"data:text/html,canary\">x</a>",
        "<svg><a xlink:href=\"javascript:canary()\"><text>x</text></a></svg>",
    ] {
        let run = with(planted).check();
        assert!(run.out.contains("E0809"), "{planted}: {}", run.out);
        run.refused("E0809", PLACE);
    }
}

#[test]
fn a_template_leads_nowhere_outside_and_asks_the_machine_nothing() {
    for (planted, code) in [
        ("{% include \"../../../../etc/passwd\" %}", "E0806"),
        ("{% include \"/etc/passwd\" %}", "E0806"),
        ("{{ get_env(name=\"PATH\") }}", "E0804"),
        ("{{ now() }}", "E0804"),
        ("{{ load_data(path=\"/etc/passwd\") }}", "E0804"),
        ("{{ read_file(path=\"/etc/passwd\") }}", "E0804"),
    ] {
        with(planted).check().refused(code, PLACE);
    }
}

#[test]
fn a_template_that_has_no_end_is_refused_before_it_is_begun() {
    for (planted, code) in [
        (
            "{% for i in range(end=10000000000) %}x{% endfor %}",
            "E0804",
        ),
        (
            "{% for i in range(end=30000) %}{% for j in range(end=30000) %}{% endfor %}{% endfor %}",
            "E0804",
        ),
        ("{% include \"text.html\" %}", "E0801"),
        ("{% extends \"text.html\" %}", "E0801"),
    ] {
        with(planted).check().refused(code, PLACE);
    }
    let desk = with("{% include \"fragments/one.html\" %}");
    desk.write(
        "themes/own/templates/fragments/one.html",
        "{% include \"fragments/two.html\" %}",
    );
    desk.write(
        "themes/own/templates/fragments/two.html",
        "{% include \"fragments/one.html\" %}",
    );
    desk.check()
        .refused("E0801", "themes/own/templates/fragments/two.html:1:12: ");
    let desk = with("{{ <evil /> }}");
    let evil = "{% component evil() %}{{ <evil /> }}{% endcomponent evil %}";
    desk.write("themes/own/components/evil.html", evil);
    desk.check().refused("E0801", "themes/own/");
}

#[test]
fn templates_and_components_that_double_and_double_again_are_refused() {
    let desk = with("{% include \"fragments/evil29.html\" %}");
    desk.write("themes/own/templates/fragments/evil0.html", "x");
    for rank in 1..30 {
        let before = format!("{{% include \"fragments/evil{}.html\" %}}", rank - 1);
        desk.write(
            &format!("themes/own/templates/fragments/evil{rank}.html"),
            before.repeat(2),
        );
    }
    desk.check().refused("E0801", "themes/own/templates/");
    let desk = with("{{ <evil29 /> }}");
    let mut components = "{% component evil0() %}x{% endcomponent evil0 %}".to_owned();
    for rank in 1..30 {
        let before = format!("{{{{ <evil{} /> }}}}", rank - 1).repeat(2);
        let _ = write!(
            components,
            "{{% component evil{rank}() %}}{before}{{% endcomponent evil{rank} %}}"
        );
    }
    desk.write("themes/own/components/evil.html", components);
    desk.check().refused("E0801", "themes/own/");
}

#[test]
fn templates_that_are_nested_too_deep_are_refused_or_left_as_they_are() {
    let many = 20_000;
    for planted in [
        "{{ ".to_owned() + &"(".repeat(many) + "1" + &")".repeat(many) + " }}",
        "{{ 1".to_owned() + &"+1".repeat(many) + " }}",
        "{{ site".to_owned() + &".a".repeat(many) + " }}",
        "{{ ".to_owned() + &"[".repeat(many) + &"]".repeat(many) + " }}",
        "{% if site %}".repeat(5_000) + &"{% endif %}".repeat(5_000),
    ] {
        with(&planted).check().refused("E0801", PLACE);
    }
    for planted in [
        "<b>".repeat(60_000),
        "<div>".repeat(20_000) + &"</div>".repeat(20_000),
        format!("<b {}>x</b>", "a ".repeat(60_000)),
    ] {
        with(&planted).check().succeeded();
    }
    with(&"x".repeat(300_000)).check().refused("E0112", PLACE);
}
