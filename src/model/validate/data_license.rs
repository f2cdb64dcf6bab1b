//! Judges `license` of `site.toml`: the identifier of a known licence, or a name and an address.

use crate::diagnostics::{Diagnostic, phrase};
use crate::model::{DataLicense, KnownLicense, WebAddress};

use super::fields::Fields;
use super::form;

/// The licence of the region's own data; absent when none is given.
pub(super) fn judge(
    fields: &mut Fields<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<DataLicense> {
    if fields.is_table("license") {
        let mut table = fields.table("license", diagnostics)?;
        let name = table.required_text("name", diagnostics);
        let address = table.required_formed("url", &form::WEB_ADDRESS, diagnostics);
        table.finish(diagnostics);
        return Some(DataLicense {
            id: None,
            title: name?.value.into(),
            address: address?,
        });
    }
    let written = fields.text("license", diagnostics)?;
    let known = KnownLicense::ALL.each_ref().map(|known| (known.id, known));
    let noun = phrase("the identifier of a licence that is known");
    let known = form::word(noun, &known, written, diagnostics)?;
    Some(DataLicense {
        id: Some(known.id.into()),
        title: known.title.into(),
        address: WebAddress::parse(known.address).expect("known licences stand at an address"),
    })
}
