use super::*;

fn small(source: &str) -> String {
    try_minify(source).expect("nothing tricky enough to be left alone")
}

#[test]
fn the_blank_between_a_value_and_a_word_stays() {
    assert_eq!(
        small("<p>\n  {{ count }} plekken voor {{ name }} </p>"),
        "<p>{{ count }} plekken voor {{ name }}</p>"
    );
}

#[test]
fn the_blank_between_inline_elements_stays_also_in_a_div() {
    assert_eq!(
        small("<div>\n <a href=\"{{ a }}\">{{x}}</a>\n <b>y</b> {{ z }}\n</div>"),
        "<div><a href=\"{{ a }}\">{{x}}</a> <b>y</b> {{ z }}</div>"
    );
}

#[test]
fn blanks_around_blocks_and_loops_go() {
    assert_eq!(
        small("<ul>\n  {% for a in b %}\n  <li>{{ a }}</li>\n  {% endfor %}\n</ul>\n"),
        "<ul>{% for a in b %}<li>{{ a }}</li>{% endfor %}</ul>"
    );
}

#[test]
fn blanks_at_the_edges_of_a_component_go() {
    assert_eq!(
        small("{% component a(b) %}\n  <b>{{ b }}</b> c\n{% endcomponent a %}"),
        "{% component a(b) %}<b>{{ b }}</b> c{% endcomponent a %}"
    );
}

#[test]
fn a_value_keeps_its_quotes_without_blanks_in_the_code() {
    assert_eq!(
        small("<a class=\"x\" href=\"{{x}}\">y</a>"),
        "<a href=\"{{x}}\" class=x>y</a>"
    );
}

#[test]
fn attributes_with_code_may_change_places() {
    assert_eq!(
        small("<svg><rect y=\"{{ low }}\" width=\"{{ width }}\"/></svg>"),
        "<svg><rect width=\"{{ width }}\" y=\"{{ low }}\"/></svg>"
    );
}

#[test]
fn a_component_call_is_not_taken_for_a_tag() {
    assert_eq!(
        small("<p>a {{ <ui.badge label={x > 1} text=\"<b>\" /> }} b</p>"),
        "<p>a {{ <ui.badge label={x > 1} text=\"<b>\" /> }} b</p>"
    );
}

#[test]
fn code_between_attributes_stays_where_it_stands() {
    assert_eq!(
        small("<a href=\"/\"\n   {% if here %} aria-current=\"page\"{% endif %}>x</a>"),
        "<a href=\"/\" {% if here %} aria-current=\"page\"{% endif %}>x</a>"
    );
}

#[test]
fn an_attribute_that_code_begins_right_after_the_name_stays() {
    assert_eq!(
        small("<details{% if open %} open{% endif %}><summary>x</summary></details>"),
        "<details{% if open %} open{% endif %}><summary>x</summary></details>"
    );
}

#[test]
fn code_in_the_name_of_a_tag_leaves_the_template_alone() {
    let source = "<h{{ level }}>  x </h{{ level }}>";
    assert_eq!(minify(source), source);
}

#[test]
fn preformatted_text_keeps_every_blank() {
    assert_eq!(
        small("<pre>a\n  {{ x }}  b</pre>"),
        "<pre>a\n  {{ x }}  b</pre>"
    );
}

#[test]
fn tags_that_close_in_another_branch_leave_the_template_whole() {
    let source = "{% if a %}<ul>{% else %}<ol>{% endif %}<li>x</li>{% if a %}</ul>{% else %}</ol>{% endif %}";
    assert_eq!(minify(source), source);
}

#[test]
fn data_for_search_engines_stays_as_it_is() {
    let source = "<script type=application/ld+json>{{ page.data | safe }}</script>";
    assert_eq!(small(source), source);
}

#[test]
fn a_shape_outside_its_drawing_stays_closed() {
    let source = "{% component dot(x) %}<circle cx=\"{{ x }}\"/>{% endcomponent dot %}";
    assert_eq!(minify(source), source);
}
