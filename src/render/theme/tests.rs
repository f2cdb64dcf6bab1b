mod assets;
mod fields;
mod same_page;
mod scripts;

use schemars::{JsonSchema, schema_for};

use super::*;
use crate::diagnostics::{FileId, Located};
use crate::sources::{Document, Entry, Table, ThemeFile, TomlValue};

#[derive(Serialize, JsonSchema)]
struct Site {
    name: String,
    menu: Vec<Link>,
}

#[derive(Serialize, JsonSchema)]
struct Link {
    text: String,
    href: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Wait {
    Known { weeks: u32 },
    Unknown,
}

#[derive(Serialize, JsonSchema)]
struct Provider {
    title: String,
    is_open: bool,
    note: Option<Link>,
    offers: Vec<Offer>,
    groups: BTreeMap<String, Vec<Offer>>,
}

#[derive(Serialize, JsonSchema)]
struct Offer {
    product: Link,
    wait: Wait,
    level: u32,
}

const WORDS: &str =
    "home = Begin\nplaces = { $count ->\n    [one] één plek\n   *[other] { $count } plekken\n}\n";

struct Fixture {
    sources: SourceMap,
    files: ThemeFiles,
    diagnostics: Vec<Diagnostic>,
}

impl Fixture {
    fn new(templates: &[(&str, &str)]) -> Self {
        Self::with_words(templates, WORDS)
    }

    fn with_words(templates: &[(&str, &str)], words: &str) -> Self {
        let mut sources = SourceMap::default();
        let mut add = |folder: &str, name: &str, text: &str| ThemeFile {
            name: name.to_owned(),
            file: sources.add(format!("themes/test/{folder}/{name}"), text),
        };
        let files = ThemeFiles {
            name: "test".to_owned(),
            templates: templates
                .iter()
                .map(|(name, text)| add("templates", name, text))
                .collect(),
            languages: vec![add("i18n", "nl.ftl", words)],
            ..ThemeFiles::default()
        };
        Self {
            sources,
            files,
            diagnostics: Vec::new(),
        }
    }

    fn style(&mut self, name: &str, text: &str) -> FileId {
        let file = self.sources.add(format!("themes/test/css/{name}"), text);
        let name = name.to_owned();
        self.files.styles.push(ThemeFile { name, file });
        file
    }

    fn script(&mut self, name: &str, text: &str) {
        let file = self.sources.add(format!("themes/test/js/{name}"), text);
        let name = name.to_owned();
        self.files.scripts.push(ThemeFile { name, file });
    }

    /// `theme.toml` with the styles in this order.
    fn settings(&mut self, styles: &[&str]) {
        let file = self.sources.add("themes/test/theme.toml", "styles = []");
        let place = Place::whole(file);
        let names = styles
            .iter()
            .map(|name| Located::new(TomlValue::Text((*name).to_owned()), place))
            .collect();
        let value = Located::new(TomlValue::Array(names), place);
        let entry = Entry { key: place, value };
        self.files.settings = Some(Document {
            file,
            name: "theme".to_owned(),
            front: Table {
                entries: BTreeMap::from([("styles".to_owned(), entry)]),
            },
            body: Located::new(String::new(), place),
            is_whole: true,
        });
    }

    fn load(&mut self) -> Option<Theme> {
        self.load_with(&["home", "places"])
    }

    fn load_with(&mut self, required_messages: &[&str]) -> Option<Theme> {
        let contract = Contract {
            site: schema_for!(Site),
            pages: &[ViewSchema {
                template: "provider.html",
                schema: schema_for!(Provider),
            }],
            required_messages,
        };
        Theme::new(
            &self.files,
            "nl",
            &contract,
            &self.sources,
            &mut self.diagnostics,
        )
    }

    /// Every problem: code, place, message, help.
    fn said(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|found| {
                let at = self.sources.position(found.primary);
                let path = self.sources.path(found.primary.file);
                let name = path.file_name().unwrap().to_string_lossy();
                let help = found
                    .help
                    .first()
                    .map_or_else(String::new, ToString::to_string);
                let (line, column) = (at.line, at.column);
                format!(
                    "{} {name}:{line}:{column} {} | {help}",
                    found.code.id(),
                    found.message
                )
            })
            .collect()
    }
}

fn said_of(templates: &[(&str, &str)]) -> Vec<String> {
    let mut fixture = Fixture::new(templates);
    fixture.load();
    fixture.said()
}

fn said_of_page(template: &str) -> Vec<String> {
    said_of(&[("provider.html", template)])
}

fn site() -> Value {
    Theme::site_value(&Site {
        name: "Zorg & zo".to_owned(),
        menu: vec![link("Begin", "../"), link("Hulp", "../hulp/")],
    })
}

fn link(text: &str, href: &str) -> Link {
    Link {
        text: text.to_owned(),
        href: href.to_owned(),
    }
}

fn offer(number: u32) -> Offer {
    Offer {
        product: link(
            &format!("Begeleiding {number}"),
            &format!("../hulp/begeleiding-{number}/"),
        ),
        wait: if number.is_multiple_of(3) {
            Wait::Unknown
        } else {
            Wait::Known { weeks: number }
        },
        level: number,
    }
}

fn provider() -> Provider {
    Provider {
        title: "De <Lindeboom> & \"co\"".to_owned(),
        is_open: true,
        note: Some(link("Let op", "#let-op")),
        offers: (1..40).map(offer).collect(),
        groups: BTreeMap::from([("ambulant".to_owned(), vec![offer(1), offer(2)])]),
    }
}

#[test]
fn a_page_is_rendered_with_its_view_and_words() {
    let mut fixture = Fixture::new(&[(
        "provider.html",
        "<p title=\"{{ t(key=\"home\") }}\">{{ t(key=\"home\") }} {{ page.title }} {{ site.name }}</p>",
    )]);
    let theme = fixture.load().unwrap();
    assert_eq!(
        theme.render("provider.html", &site(), &provider()).unwrap(),
        "<p title=Begin>Begin De &lt;Lindeboom&gt; &amp; &quot;co&quot; Zorg &amp; zo</p>"
    );
}

#[test]
fn a_message_can_be_an_argument_of_a_component() {
    let mut fixture = Fixture::new(&[
        (
            "ui.html",
            "{% component badge(label: string) %}<b>{{ label }}</b>{% endcomponent badge %}",
        ),
        ("provider.html", "{{ <badge label={t(key=\"home\")} /> }}"),
    ]);
    let theme = fixture.load().unwrap();
    assert_eq!(
        theme.render("provider.html", &site(), &provider()).unwrap(),
        "<b>Begin</b>"
    );
}

#[test]
fn messages_with_arguments_follow_the_plural_rules() {
    let mut fixture = Fixture::new(&[("provider.html", "x")]);
    let theme = fixture.load().unwrap();
    let places = |count: usize| {
        theme
            .messages()
            .format("places", &[("count", count.into())])
    };
    assert_eq!(
        (places(1), places(12)),
        ("één plek".to_owned(), "12 plekken".to_owned())
    );
}

#[test]
fn a_broken_template_is_reported_where_it_breaks() {
    let said = said_of_page("<p>\n{% if page.title %}x</p>");
    assert!(said[0].starts_with("E0801 provider.html:2:"), "{said:?}");
}

#[test]
fn a_missing_message_is_reported_with_the_nearest_one() {
    assert_eq!(
        said_of_page("<p>{{ t(key=\"homee\") }}</p>"),
        [
            "E0803 provider.html:1:13 message `homee` is missing | add a line `homee = …` to the language file"
        ]
    );
}

#[test]
fn a_message_that_needs_arguments_is_no_plain_text() {
    let said = said_of_page("{{ t(key=\"places\") }}");
    assert!(
        said[0].starts_with("E0803 provider.html:1:10 message `places` needs arguments"),
        "{said:?}"
    );
}

#[test]
fn messages_the_pages_need_must_be_there_and_others_are_pointed_out() {
    let mut fixture = Fixture::with_words(&[("provider.html", "x")], "a = { b }\nb = B\nc = C\n");
    fixture.load_with(&["a", "d"]);
    assert_eq!(
        fixture.said(),
        [
            "E0803 nl.ftl:1:1 message `d` is missing | add a line `d = …`; the pages need it",
            "W0808 nl.ftl:3:1 nothing uses message `c` | remove it, or use it in a template with `t(key=\"…\")`",
        ]
    );
}

#[test]
fn a_broken_language_file_is_reported_where_it_breaks() {
    let mut fixture = Fixture::with_words(&[("provider.html", "x")], "a = A\nb { = B\n");
    assert!(fixture.load().is_none());
    assert!(
        fixture.said()[0].starts_with("E0805 nl.ftl:2:"),
        "{:?}",
        fixture.said()
    );
}

#[test]
fn a_missing_language_and_a_missing_template_are_reported() {
    let mut fixture = Fixture::new(&[("other.html", "x")]);
    fixture.load();
    assert!(fixture.said()[0].contains("template `provider.html` is missing"));
    fixture.files.languages.clear();
    assert!(fixture.load().is_none());
    assert!(
        fixture
            .said()
            .last()
            .unwrap()
            .contains("`i18n/nl.ftl` is missing")
    );
}

#[test]
fn script_and_style_in_a_template_are_refused() {
    let said = said_of_page(
        "<p style=\"a:b\" onclick=\"x\"><style>a{}</style><script>x</script>\
         <script src=\"x.js\"></script><script type=\"application/ld+json\">{}</script><a href={{ page.title }}>x</a></p>",
    );
    let starts: Vec<&str> = said
        .iter()
        .map(|said| said.split(" | ").next().unwrap())
        .collect();
    assert_eq!(
        starts,
        [
            "E0809 provider.html:1:4 a `style` attribute in a template",
            "E0809 provider.html:1:16 a `onclick` handler in a template",
            "E0809 provider.html:1:28 a `style` element in a template",
            "E0809 provider.html:1:46 a script inside a template",
            "E0801 provider.html:1:141 the value of `href` has no quotes",
        ]
    );
}

#[test]
fn a_value_that_is_not_there_is_reported_in_the_template_with_the_page() {
    let mut fixture = Fixture::new(&[(
        "provider.html",
        "<div>\n  {{ t(key=\"home\") }}\n  <a title=\"{{ t(key=\"home\") }}\" rel=\"{{ page.note.text }}\" href=\"{{ page.title }}\">x</a>\n</div>",
    )]);
    let theme = fixture.load().unwrap();
    let page = Provider {
        note: None,
        ..provider()
    };
    let error = theme.render("provider.html", &site(), &page).unwrap_err();
    fixture.diagnostics.push(error.diagnostic("aanbieders/x/"));
    let said = fixture.said().pop().unwrap();
    assert!(said.starts_with("E0801 provider.html:3:"), "{said}");
    assert!(
        said.contains("page `aanbieders/x/` cannot be made"),
        "{said}"
    );
}

#[test]
fn the_fingerprint_changes_with_the_words() {
    let fingerprint = |words: &str| {
        let mut fixture = Fixture::with_words(&[("provider.html", "x")], words);
        fixture.load_with(&["home"]).unwrap().fingerprint()
    };
    assert_ne!(fingerprint("home = Begin"), fingerprint("home = Start"));
}

#[test]
fn a_theme_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
}
