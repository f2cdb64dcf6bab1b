//! Interned identities: a thing is a small number inside one [`Dataset`](super::Dataset), never a copied string.

/// A municipality (gemeente).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityId(pub(crate) u32);

/// A provider (aanbieder).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProviderId(pub(crate) u32);

/// A location of one provider: its rank in [`Provider::locations`](super::Provider).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocationId(pub(crate) u32);

/// A care product (vorm van hulp).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductId(pub(crate) u32);

/// A product group (productgroep).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub(crate) u32);

/// A support profile (ondersteuningsprofiel).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileId(pub(crate) u32);

/// An intensity (intensiteit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IntensityId(pub(crate) u32);

/// An offer (aanbod): one row of what the contracts say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfferId(pub(crate) u32);

impl MunicipalityId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl ProviderId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl LocationId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl ProductId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl GroupId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl ProfileId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl IntensityId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl OfferId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
