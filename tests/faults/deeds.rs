//! What is interrupted: each command that writes, on a region in which it has something to do.

use crate::desk::{Desk, Tree};

/// A command and what comes before it.
pub(crate) struct Deed {
    pub(crate) name: &'static str,
    pub(crate) arguments: &'static [&'static str],
    prepare: fn(&Desk),
    /// The folder that visitors or colleagues see: at every moment the old or the new one.
    pub(crate) whole: Option<&'static str>,
}

pub(crate) const DEEDS: [Deed; 10] = [
    Deed {
        name: "first build",
        arguments: &["build"],
        prepare: |_| (),
        whole: Some("public"),
    },
    Deed {
        name: "update",
        arguments: &["build"],
        prepare: published_and_changed,
        whole: Some("public"),
    },
    Deed {
        name: "compress",
        arguments: &["build", "--compress", "fast"],
        prepare: published_and_changed,
        whole: Some("public"),
    },
    Deed {
        name: "build and archive",
        arguments: &["build", "--archive", "kept/a.tar.gz"],
        prepare: published_and_changed,
        whole: Some("public"),
    },
    Deed {
        name: "archive",
        arguments: &["archive", "--into", "kept/a.tar.gz", "--with-sources"],
        prepare: published,
        whole: Some("public"),
    },
    Deed {
        name: "shard",
        arguments: &["build", "--shard", "1/2", "--target", "shards/1"],
        prepare: |_| (),
        whole: Some("shards/1"),
    },
    Deed {
        name: "join",
        arguments: &["join", "shards/1", "shards/2", "--target", "public"],
        prepare: |desk| {
            published_and_changed(desk);
            for (shard, target) in [("1/2", "shards/1"), ("2/2", "shards/2")] {
                desk.run(&["build", "--shard", shard, "--target", target])
                    .succeeded();
            }
        },
        whole: Some("public"),
    },
    Deed {
        name: "init",
        arguments: &[
            "init",
            "regio",
            "--name",
            "Regio X",
            "--municipality",
            "0200=Apeldoorn",
            "--date",
            "2026-11-15",
            "--with-theme",
        ],
        prepare: |_| (),
        whole: None,
    },
    Deed {
        name: "import",
        arguments: &["import", "--map", "mapping.toml", "export.csv"],
        prepare: foreign_file,
        whole: None,
    },
    Deed {
        name: "report",
        arguments: &["check", "--report", "controle"],
        prepare: |desk| {
            desk.run(&["check", "--report", "controle"]).succeeded();
            change(desk);
        },
        whole: None,
    },
];

impl Deed {
    /// A region in which the command has something to do.
    pub(crate) fn desk(&self) -> Desk {
        let desk = Desk::with_themes();
        (self.prepare)(&desk);
        desk
    }

    /// What visitors see, or nothing.
    pub(crate) fn site(&self, desk: &Desk) -> Tree {
        self.whole.map(|path| desk.tree(path)).unwrap_or_default()
    }
}

fn published(desk: &Desk) {
    desk.run(&["build"]).succeeded();
}

fn published_and_changed(desk: &Desk) {
    published(desk);
    change(desk);
}

/// Something else on nearly every page, and some files more and fewer.
pub(crate) fn change(desk: &Desk) {
    desk.change(
        "content/site.toml",
        "name = \"Regio Voorbeeld\"",
        "name = \"Regio Anders\"",
    );
    desk.change(
        "content/offers.csv",
        "2026-01-01,,open,Ook op zaterdag.",
        "2026-01-01,,stop,Ook op zaterdag.",
    );
}

const MAPPING: &str = r#"
[provider]
name = "Naam"

[location]
id = "Naam"
name = "Naam"

[municipality]
place = "Plaats"

[product]
column = "Soort"
table = { "B" = "begeleiding-individueel" }

[offer]
valid_from = { constant = "2026-01-01" }
admission = { constant = "open" }
"#;

fn foreign_file(desk: &Desk) {
    let rows: Vec<String> = (0..40)
        .map(|row| format!("Aanbieder {row},Apeldoorn,B"))
        .collect();
    let rows = rows.join("\n");
    desk.write("mapping.toml", MAPPING);
    desk.write("export.csv", format!("Naam,Plaats,Soort\n{rows}\n"));
}
