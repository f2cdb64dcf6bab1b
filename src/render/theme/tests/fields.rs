use super::{said_of, said_of_page};

#[test]
fn a_misspelt_field_is_reported_where_it_stands() {
    assert_eq!(
        said_of_page("<p>\n  {{ page.tittle }}</p>"),
        ["E0802 provider.html:2:11 `page` has no field `tittle` | did you mean `title`?"]
    );
}

#[test]
fn fields_are_followed_through_loops_options_maps_and_enums() {
    let template = "{% for offer in page.offers %}{{ loop.index }} {{ offer.product.text | upper }}\
        {% if offer.wait.kind == \"known\" and not page.is_open %}{{ offer.wait.weeks }}{% endif %}{% endfor %}\
        {% for name, list in page.groups %}{{ name }}{% for o in list %}{{ o.level + 1 }}{% endfor %}{% endfor %}\
        {% if page.note is defined %}{{ page.note.href }}{% endif %}\
        {% set first = page.offers | first %}{{ first.product.href }}{{ page.offers[0].level }}\
        {{ page[\"title\"] }}{{ \"a\" if page.is_open else \"b\" }}\
        {{ [o.level for o in page.offers if o.level > 2] | join(sep=\",\") }}";
    assert_eq!(said_of_page(template), [""; 0]);
}

#[test]
fn wrong_fields_are_found_through_loops_options_maps_and_enums() {
    let template = "{% for offer in page.offers %}{{ offer.a }}{{ offer.wait.b }}{% endfor %}\
        {% for name, list in page.groups %}{% for o in list %}{{ o.c }}{% endfor %}{{ name.d }}{% endfor %}\
        {{ page.note.e }}{% set first = page.offers | first %}{{ first.f }}{{ page.offers[0].g }}\
        {{ page[\"h\"] }}{{ [o.i for o in page.offers] | join(sep=\",\") }}{{ page.offers.j }}{{ offer }}";
    let messages: Vec<String> = said_of_page(template)
        .iter()
        .map(|said| {
            said.split(" | ")
                .next()
                .unwrap()
                .split_once(' ')
                .unwrap()
                .1
                .split_once(' ')
                .unwrap()
                .1
                .to_owned()
        })
        .collect();
    assert_eq!(
        messages,
        [
            "`offer` has no field `a`",
            "`offer.wait` has no field `b`",
            "`o` has no field `c`",
            "`name` has no field `d`",
            "`page.note` has no field `e`",
            "`first` has no field `f`",
            "`page.offers[…]` has no field `g`",
            "`page` has no field `h`",
            "`o` has no field `i`",
            "`page.offers` has no field `j`",
            "nothing is called `offer` here",
        ]
    );
}

#[test]
fn a_component_is_checked_with_what_it_is_given() {
    let said = said_of(&[
        (
            "ui.html",
            "{% component row(offer, big = false) %}{{ offer.wrong }}{{ body }}{% endcomponent row %}",
        ),
        (
            "provider.html",
            "{% for o in page.offers %}{{ <row offer={o} /> }}{% endfor %}{{ <row ofer={1} /> }}{{ <rov offer={1} /> }}",
        ),
    ]);
    assert_eq!(
        said,
        [
            "E0802 ui.html:1:49 `offer` has no field `wrong` | it has `level`, `product`, `wait`",
            "E0804 provider.html:1:70 unknown argument of component `row` `ofer` | did you mean `offer`?",
            "E0804 provider.html:1:66 component `row` needs argument `offer` | add `offer={…}`",
            "E0804 provider.html:1:88 unknown component `rov` | there is `row`",
        ]
    );
}

#[test]
fn parents_blocks_and_includes_are_checked_with_the_view_of_the_page() {
    let said = said_of(&[
        (
            "base.html",
            "<html>{{ page.x }}{% block main %}{{ page.y }}{% endblock %}{% block foot %}{{ page.z }}{% endblock %}</html>",
        ),
        ("part.html", "{{ page.w }}{{ o.v }}"),
        (
            "provider.html",
            "{% extends \"base.html\" %}{% block main %}{% for o in page.offers %}{% include \"part.html\" %}{% endfor %}{% endblock %}",
        ),
    ]);
    let codes: Vec<&str> = said
        .iter()
        .map(|said| said.split(" | ").next().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "E0802 base.html:1:15 `page` has no field `x`",
            "E0802 part.html:1:9 `page` has no field `w`",
            "E0802 part.html:1:18 `o` has no field `v`",
            "E0802 base.html:1:85 `page` has no field `z`",
        ]
    );
}

#[test]
fn unknown_filters_tests_and_functions_are_reported() {
    let said = said_of_page("{{ page.title | uper }}{{ page.title is empti }}{{ nwo() }}");
    let starts: Vec<&str> = said
        .iter()
        .map(|said| said.split(" | ").next().unwrap())
        .collect();
    assert_eq!(
        starts,
        [
            "E0804 provider.html:1:17 unknown filter `uper`",
            "E0804 provider.html:1:41 unknown test `empti`",
            "E0804 provider.html:1:52 unknown function `nwo`",
        ]
    );
}
