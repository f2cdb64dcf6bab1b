//! Both statements stand on every page that offers a choice, whatever a theme tries.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::harness::Region;

const STATEMENTS: &str = "{{ <statements statements={site.statements} /> }}";
const SCREENING: &str = "<section data-statement=\"screening\">";

/// A theme that loses a statement: what it changes in which file, and what must be said about which page.
struct Cheat {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    css: &'static str,
    code: &'static str,
    page: &'static str,
    template: &'static str,
}

/// Tried on one page kind; the others stay as they are.
const OF_ONE_PAGE: Cheat = Cheat {
    name: "left out of one kind of page",
    file: "templates/products.html",
    from: STATEMENTS,
    to: "",
    css: "",
    code: "E0901",
    page: "apeldoorn/hulp/index.html",
    template: "products.html",
};

/// Tried in the component that every page uses.
const OF_ALL_PAGES: Cheat = Cheat {
    name: "",
    file: "components/statements.html",
    from: SCREENING,
    to: SCREENING,
    css: "",
    code: "E0903",
    page: "apeldoorn/aanbieders/de-lindeboom/index.html",
    template: "provider.html",
};

const TEMPLATES: &[Cheat] = &[
    OF_ONE_PAGE,
    Cheat {
        name: "left out for one provider",
        file: "templates/provider.html",
        to: "{% if page.frame.title != \"Kompas Jeugdhulp\" %}{{ <statements statements={site.statements} /> }}{% endif %}",
        page: "zutphen/aanbieders/kompas/index.html",
        template: "provider.html",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "hidden for one provider",
        file: "templates/provider.html",
        to: "<div class=\"{% if page.frame.title == \"Kompas Jeugdhulp\" %}visually-hidden{% endif %}\">{{ <statements statements={site.statements} /> }}</div>",
        css: ".visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden }",
        code: "E0903",
        page: "zutphen/aanbieders/kompas/index.html",
        template: "provider.html",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "left out of the front door",
        file: "templates/front-door.html",
        from: "{{ <statements statements={page.statements} /> }}",
        page: "index.html",
        template: "front-door.html",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "in a comment",
        to: "<!-- {{ <statements statements={site.statements} /> }} -->",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "in a template element",
        to: "<template>{{ <statements statements={site.statements} /> }}</template>",
        code: "E0903",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "in a noscript element",
        to: "<noscript>{{ <statements statements={site.statements} /> }}</noscript>",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "in a closed details element",
        to: "<details><summary>Spelregels</summary>{{ <statements statements={site.statements} /> }}</details>",
        code: "E0903",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "in a closed dialog",
        to: "<dialog>{{ <statements statements={site.statements} /> }}</dialog>",
        code: "E0903",
        ..OF_ONE_PAGE
    },
    Cheat {
        name: "after the list",
        file: "templates/provider.html",
        from: "{{ <after_list ",
        to: "{{ <statements statements={site.statements} /> }}{{ <after_list ",
        code: "E0904",
        page: "apeldoorn/aanbieders/de-lindeboom/index.html",
        template: "provider.html",
        ..OF_ONE_PAGE
    },
];

const COMPONENT: &[Cheat] = &[
    Cheat {
        name: "emptied",
        from: "{{ statements.screening.html | safe }}",
        to: "",
        code: "E0902",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "with another text",
        from: "{{ statements.finance.html | safe }}",
        to: "<p>Vraag de aanbieder wat het kost.</p>",
        code: "E0902",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "with the text escaped",
        from: "{{ statements.finance.html | safe }}",
        to: "{{ statements.finance.html }}",
        code: "E0902",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "with another title",
        from: "{{ statements.finance.title }}",
        to: "Betalen",
        code: "E0902",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden by an attribute",
        to: "<section data-statement=\"screening\" hidden>",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden for who listens",
        to: "<section data-statement=\"screening\" aria-hidden=\"true\">",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden by a class",
        to: "<section class=\"stil\" data-statement=\"screening\">",
        css: ".stil { display: none }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden on paper",
        css: "@media print { .statements { display: none } }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden on a phone",
        css: "@media (width < 30rem) { [data-statement] { display: none } }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "invisible",
        css: ".statements { visibility: hidden }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "see-through",
        css: "[data-statement] { opacity: 0 }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "off the screen",
        css: ".statements { position: absolute; left: -9999px }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "without height",
        css: "main aside { max-height: 0; overflow: hidden }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "in letters of no size",
        css: ".statements p { font-size: 0 }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "in the colour of the paper",
        css: ".statements section { color: #fff; background: #fff }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "clipped",
        css: ".statements { clip-path: inset(50%) }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden only beside a list",
        css: "main:has([data-providers]) .statements { display: none }",
        ..OF_ALL_PAGES
    },
    Cheat {
        name: "hidden by a variable",
        css: ":root { --toon: none } .statements { display: var(--toon) }",
        ..OF_ALL_PAGES
    },
];

impl Cheat {
    /// Puts the theme into the region, in the place of an earlier one.
    fn put_into(&self, region: &Region) {
        let (default, own) = ("themes/default", "themes/cheat");
        let folder = region.path(own);
        for part in ["templates", "components", "css"] {
            if folder.join(part).exists() {
                std::fs::remove_dir_all(folder.join(part)).unwrap();
            }
        }
        let text = region.read(&format!("{default}/{}", self.file));
        assert!(
            text.contains(self.from),
            "{}: no `{}`",
            self.file,
            self.from
        );
        let mut changed = text.replacen(self.from, self.to, 1);
        if self.code == "E0904" {
            changed = changed.replacen(STATEMENTS, "", 1);
        }
        region.write(&format!("{own}/{}", self.file), &changed);
        let css = region.read(&format!("{default}/css/components.css"));
        region.write(
            &format!("{own}/css/components.css"),
            &format!("{css}\n{}\n", self.css),
        );
    }

    /// What is wrong with the answer of the program.
    fn objections(&self, region: &Region) -> Vec<String> {
        let run = region.build_with(&["--format", "json"]);
        let mut objections = Vec::new();
        if run.code != 1 {
            objections.push(format!("exit code {}: {}", run.code, run.err));
            return objections;
        }
        let page = format!("`{}`", self.page);
        let template = format!("`{}`", self.template);
        let problems = run.problems();
        let is_named = problems.iter().any(|problem| {
            problem.code == self.code
                && problem.message.contains(&page)
                && problem.message.contains(&template)
                && problem.path.ends_with(self.template)
        });
        if !is_named {
            objections.push(format!(
                "no {} about {page} and {template}, but {problems:?}",
                self.code
            ));
        }
        let codes: BTreeSet<&str> = problems.iter().map(|one| one.code.as_str()).collect();
        if codes.iter().any(|code| !code.starts_with("E09")) {
            objections.push(format!("the theme itself is not sound: {problems:?}"));
        }
        objections
    }
}

fn cheat_all(cheats: &[Cheat]) -> String {
    let region = Region::small().with_theme("cheat");
    region.build().succeeded();
    let (tree, inodes) = (region.tree(), region.inodes());
    let mut objections = String::new();
    for cheat in cheats {
        cheat.put_into(&region);
        let mut said = cheat.objections(&region);
        if region.tree() != tree || region.inodes() != inodes || !region.left_overs().is_empty() {
            said.push("the published site was touched".to_owned());
        }
        for objection in said {
            writeln!(objections, "{}: {objection}", cheat.name).unwrap();
        }
    }
    objections
}

#[test]
fn a_template_that_loses_a_statement_publishes_nothing_and_is_named_with_its_page() {
    let objections = cheat_all(TEMPLATES);
    assert!(objections.is_empty(), "{objections}");
}

#[test]
fn a_component_or_style_that_loses_a_statement_publishes_nothing_and_is_named_with_its_page() {
    let objections = cheat_all(COMPONENT);
    assert!(objections.is_empty(), "{objections}");
}

#[test]
fn a_cheat_on_a_first_build_publishes_nothing_at_all() {
    let region = Region::small().with_theme("cheat");
    OF_ONE_PAGE.put_into(&region);
    assert_eq!(region.build().code, 1);
    assert!(!region.target().exists());
    assert_eq!(region.left_overs(), [""; 0]);
}

#[test]
fn check_finds_the_cheat_that_build_finds() {
    let region = Region::small().with_theme("cheat");
    OF_ONE_PAGE.put_into(&region);
    let run = region.check_with(&["--format", "concise"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error[E0901]"), "{}", run.out);
    assert!(!region.target().exists());
}

#[test]
fn a_page_of_text_that_offers_a_choice_is_guarded_too() {
    let region = Region::small().with_theme("cheat");
    region.write(
        "content/pages/kies-hier.md",
        "+++\ntitle = \"Kies hier\"\ndescription = \"Hier kunt u kiezen.\"\nchoice = true\n+++\nKies.\n",
    );
    Cheat {
        file: "templates/text.html",
        ..OF_ONE_PAGE
    }
    .put_into(&region);
    let run = region.build_with(&["--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let problems = run.problems();
    let is_named = |page: &str| problems.iter().any(|one| one.message.contains(page));
    assert!(is_named("`apeldoorn/kies-hier/index.html`"), "{problems:?}");
}

#[test]
fn an_honest_theme_of_ones_own_passes_and_is_what_visitors_see() {
    let region = Region::small().with_theme("eerlijk");
    let component = region.read("themes/default/components/statements.html");
    region.write(
        "themes/eerlijk/components/statements.html",
        &component.replace(
            SCREENING,
            "<section class=\"spelregel\" data-statement=\"screening\">",
        ),
    );
    let css = region.read("themes/default/css/components.css");
    region.write(
        "themes/eerlijk/css/components.css",
        &format!("{css}\n.spelregel {{ border: 3px solid currentcolor; padding: 1rem }}\n@media print {{ .spelregel {{ border-width: 1px }} }}\n"),
    );
    region.build().succeeded();
    let tree = region.tree();
    let page = String::from_utf8_lossy(&tree["apeldoorn/hulp/index.html"]);
    assert!(page.contains("spelregel"), "{page}");
}
