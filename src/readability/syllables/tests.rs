use super::syllables;

/// Counted by hand, cut as they are said.
const BY_HAND: &[&str] = &[
    // Two letters, one sound
    "kind",
    "huis",
    "vrouw",
    "kou",
    "blauw",
    "reis",
    "wij",
    "tijd",
    "neus",
    "stoel",
    "lief",
    "zaak",
    "zee",
    "boom",
    "uur",
    "jeugd",
    "trai-nen",
    "boi-ler",
    "lij-den",
    "bij-een",
    "aan-bie-der",
    "bij-voor-beeld",
    // Three letters and more, one sound
    "eeuw",
    "nieuw",
    "sneeuw",
    "draai",
    "mooi",
    "groei",
    "draai-en",
    "mooi-e",
    "groei-en",
    "nieu-we",
    "moei-lijk",
    "ver-nieu-wen",
    "vrou-wen",
    "ei-e-ren",
    "bui-en",
    "mi-lieu",
    "bu-reau",
    "ni-veau",
    "ca-deau-tje",
    "kieuw",
    // Trema
    "cli-ënt",
    "pa-ti-ënt",
    "re-ëel",
    "knie-ën",
    "i-dee-ën",
    "na-ief",
    "e-go-ïs-me",
    "be-ëin-di-gen",
    "ge-ïn-di-ceerd",
    "co-ör-di-na-tie",
    "ru-ï-ne",
    "fi-nan-ci-ë-le",
    "o-ri-ën-te-ren",
    "ge-ëist",
    "va-cu-üm",
    "di-ë-tist",
    "po-ë-zie",
    "be-ïn-vloe-den",
    "twee-ën-twin-tig",
    "Gü-neş",
    // Accents
    "één",
    "vóór",
    "ca-fé",
    "en-quê-te",
    "pri-vé",
    "hè",
    "lo-gé",
    // Vowels side by side
    "the-a-ter",
    "re-ac-tie",
    "cre-a-tief",
    "re-a-li-se-ren",
    "vi-de-o",
    "ra-di-o",
    "re-gi-o",
    "si-tu-a-tie",
    "in-di-vi-du-eel",
    "fi-nan-ci-eel",
    "so-ci-aal",
    "ma-te-ri-aal",
    "di-ag-no-se",
    "du-o",
    "cha-os",
    "o-a-se",
    "ge-o-pend",
    "be-ant-woor-den",
    "be-oor-de-len",
    "mu-se-um",
    "reu-ma",
    "se-ri-eus",
    "in-te-ri-eur",
    "re-li-gi-eu-ze",
    "ge-au-to-ma-ti-seerd",
    "sta-ti-on",
    "pen-si-oen",
    "spe-ci-a-list",
    "e-mo-ti-o-neel",
    // The y
    "ba-by",
    "sys-teem",
    "psy-chisch",
    "yo-ga",
    "lo-yaal",
    "hoc-key",
    "hy-po-theek",
    "dys-lec-tisch",
    "hy-e-na",
    "psy-chi-a-ter",
    // Qu
    "quiz",
    "fre-quent",
    // English
    "team",
    "wijk-team",
    "team-lei-der",
    "coach",
    "coa-ching",
    "on-line",
    "web-site",
    "in-take",
    "in-take-ge-sprek",
    "site",
    "voor-beeld-site",
    "scree-ning",
    "week-end",
    // Long words
    "hulp-ver-le-ner",
    "ont-wik-ke-lings-stoor-nis",
    "toe-gan-ke-lij-kheids-ver-kla-ring",
    "ge-meen-te",
    "be-ge-lei-ding",
    "jeugd-ge-zond-heids-zorg",
    "ge-drags-des-kun-di-ge",
    "wacht-tijd",
    "aan-meld-stop",
    // Hyphens and apostrophes
    "e-mail",
    "zee-e-gel",
    "fo-to's",
    "zo'n",
];

#[test]
fn words_have_the_syllables_that_were_counted_by_hand() {
    // The cuts are ours; the hyphens of these words are their own.
    let wrong: Vec<String> = BY_HAND
        .iter()
        .filter_map(|cut| {
            let by_hand = 1 + cut.matches('-').count();
            let word = match *cut {
                "e-mail" | "zee-e-gel" => (*cut).to_owned(),
                other => other.replace('-', ""),
            };
            let counted = syllables(&word) as usize;
            (counted != by_hand).then(|| format!("{word}: {counted} instead of {by_hand}"))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn abbreviations_are_spelled_out() {
    for (word, letters) in [
        ("ggz", 3),
        ("CJG", 3),
        ("pgb", 3),
        ("adhd", 4),
        ("EMDR", 4),
        ("ptss", 4),
    ] {
        assert_eq!(syllables(word), letters, "{word}");
    }
    assert_eq!(syllables("jeugd-ggz"), 4);
    assert_eq!(syllables("AGB-code"), 5);
}

#[test]
fn a_vowel_that_was_left_out_still_counts_once() {
    for word in ["z'n", "m'n", "d’r"] {
        assert_eq!(syllables(word), 1, "{word}");
    }
}

#[test]
fn a_number_counts_as_one() {
    for number in ["112", "8.30", "2026", "45A04", "18e"] {
        assert_eq!(syllables(number), 1, "{number}");
    }
}

#[test]
fn the_other_ways_to_write_ij_and_trema_count_the_same() {
    assert_eq!(syllables("b\u{133}een"), 2);
    assert_eq!(syllables("kniee\u{308}n"), 2);
}

#[test]
fn everything_has_at_least_one() {
    for word in ["", "-", "psssssst", "x", "—"] {
        assert_eq!(syllables(word), 1, "{word}");
    }
}

/// The Dutch texts of the demonstration, as words.
fn words_of_the_demonstration() -> std::collections::BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be listed").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        // Translations stand in folders named after their language.
        .filter(|path| !path.components().any(|part| part.as_os_str() == "en"))
        .map(|path| std::fs::read_to_string(path).expect("a text can be read"))
        .flat_map(|text| {
            let body = text.split("+++").nth(2).unwrap_or("").to_lowercase();
            let words = body.split(|char: char| !char.is_alphabetic());
            words.map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|word| word.chars().count() > 2)
        .collect()
}

/// The patterns of TeX say where a line may end. They never leave a single letter alone, so they find a syllable less in
/// «over» and «idee», and they know no abbreviations; otherwise both count alike.
#[test]
fn hyphenation_patterns_count_almost_the_same() {
    let words = words_of_the_demonstration();
    assert!(words.len() > 1_000, "the texts are found");
    let mut differing = Vec::new();
    for word in &words {
        let parts: Vec<&str> = hypher::hyphenate(word, hypher::Lang::Dutch).collect();
        let by_patterns = parts.len();
        let counted = syllables(word) as usize;
        if counted != by_patterns {
            differing.push(format!("{} {counted}", parts.join("-")));
        }
    }
    let alike = 100 - 100 * differing.len() / words.len();
    assert!(alike >= 95, "{alike} %: {differing:?}");
}
