//! What a mapping can say, and what is said of one that is wrong.

use super::desk::{Desk, HEADER, LINDE, MAPPING};

#[test]
fn every_fault_of_a_mapping_is_reported_at_once_and_nothing_is_written() {
    let mapping = r#"
[source]
encodign = "utf-8"
encoding = "latin-99"
dates = ["%Q"]

[provider]
kvk = { pad = 8 }

[product]
column = "Soort"
table = { "B" = "begeleidin" }

[[wait]]
column = "Wacht"
kind = "intak"
basis = "expected"
words = { "-" = "onbekend" }
"#;
    let desk = Desk::new(mapping, format!("{HEADER}{LINDE}"));
    let before = desk.times();
    let run = desk.run();
    assert!(run.import.summary.is_none());
    assert_eq!(
        run.messages,
        [
            "mapping.toml:1:1: error[E1101]: `wait` without `figures`; say in `[figures]` of which day the waits are and who says so",
            "mapping.toml:3:1: error[E1101]: unknown key `encodign` in `[source]`; did you mean `encoding`?; known here: `encoding`, `decimal`, `dates`, `empty`, `units`, `format`, `sheets`, `header_row`, `records`, `each`",
            "mapping.toml:4:12: error[E1101]: there is no encoding `latin-99`; write `utf-8`, `windows-1252` or another name of the WHATWG list",
            "mapping.toml:5:10: error[E1101]: `%Q` is not the form of a date; write a form such as `%d-%m-%Y`: day, month, year",
            "mapping.toml:7:2: error[E1101]: `[provider]` has no `name`; add `name = …`; `docs/import.md` says what stands in it",
            "mapping.toml:8:7: error[E1101]: this does not say where the value comes from; write one of `column`, `any_of`, `join` and `constant`",
            "mapping.toml:14:1: error[E1101]: `[[wait]]` has no `unit`; add `unit = …`; `docs/import.md` says what stands in it",
            "mapping.toml:16:8: error[E1101]: `intak` cannot be `kind`; did you mean `intake`?; write one of `intake`, `treatment`, `total`",
            "mapping.toml:18:17: error[E1101]: `-` cannot stand for `onbekend`; write one of `text`, `stop`, `unknown`",
        ]
    );
    assert_eq!(desk.times(), before);
}

#[test]
fn columns_and_products_that_the_mapping_names_must_be_there() {
    let mapping = MAPPING
        .replace("\"Peildatum\"", "\"Peildaum\"")
        .replace("= \"begeleiding\"", "= \"begeleidng\"");
    let desk = Desk::new(&mapping, format!("{HEADER}{LINDE}"));
    assert_eq!(
        desk.run().messages,
        [
            "mapping.toml:30:18: error[E1101]: column `Peildaum` is not in the file; did you mean `Peildatum`?"
        ]
    );
    desk.put("mapping.toml", mapping.replace("Peildaum", "Peildatum"));
    assert_eq!(
        desk.run().messages,
        [
            "mapping.toml:23:17: error[E1101]: there is no product `begeleidng`; did you mean `begeleiding`?; describe it first, in `products/` of the content that is imported into"
        ]
    );
}

#[test]
fn other_encodings_are_read_as_the_mapping_says() {
    let row = b"1;G\xfcne\xdf;;;;;;7311AB;;B;1-9-2026;1\n";
    let foreign = [HEADER.as_bytes(), row].concat();
    let desk = Desk::new(MAPPING, &foreign);
    assert_eq!(
        desk.run().messages,
        [
            "export.csv:2:4: error[E0101]: the file is not `UTF-8`; name the encoding of the file in the mapping, such as `encoding = \"windows-1252\"`"
        ]
    );
    let mapping = MAPPING.replace("[source]", "[source]\nencoding = \"windows-1252\"");
    desk.put("mapping.toml", mapping);
    desk.run();
    let provider = desk.read("content/providers/guness.md");
    assert!(provider.contains("name = \"Güneß\""), "{provider}");
}

#[test]
fn municipalities_and_postcodes_have_mappings_of_their_own() {
    let mapping = "kind = \"municipalities\"\n[municipality]\ncode = { column = \"code\", pad = 4 }\nname = \"naam\"\nlocal_team = { column = \"naam\", prefix = \"Gemeente \" }\n";
    let desk = Desk::new(
        mapping,
        "code,naam\n197,Aalten\n0200,Apeldoorn\nx,Nergens\n",
    );
    let run = desk.run();
    assert_eq!(
        desk.read("content/municipalities/aalten/municipality.toml"),
        "code = \"0197\"\nname = \"Aalten\"\n\n[local_team]\nname = \"Gemeente Aalten\"\n"
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:4:1: warning[W1102]: `x` is not a CBS municipality code; a code has four digits; `pad = 4` in the mapping gives lost zeros back"
        ]
    );
    desk.put("mapping.toml", "kind = \"postcodes\"\n[postcode]\npc4 = \"pc\"\nmunicipality = \"code\"\nplace = \"plaats\"\nlatitude = \"lat\"\nlongitude = \"lon\"\n");
    desk.put("export.csv", "pc,code,plaats,lat,lon\n7312,0200,Apeldoorn,52.2,5.9\n7313,,Apeldoorn,52.2,5.9\n7312,0200,Apeldoorn,52.3,5.9\n");
    let run = desk.run();
    assert!(
        desk.read("content/postcodes.csv")
            .ends_with("7311,0200,Apeldoorn,,\n7312,0200,Apeldoorn,52.2,5.9\n")
    );
    assert_eq!(
        run.messages,
        [
            "export.csv:3:6: warning[W1102]: the row has no municipality code; fill in the cell, or map another column",
            "export.csv:4:1: warning[W1102]: another row has this postcode in this municipality and place, at another point; remove one of the two",
        ]
    );
}

#[test]
fn a_mapping_that_is_not_toml_is_reported() {
    let desk = Desk::new("kind = \n", HEADER);
    assert_eq!(
        desk.run().messages,
        [
            "mapping.toml:1:8: error[E1101]: there is no value here; write text in double quotes: `key = \"text\"`"
        ]
    );
}
