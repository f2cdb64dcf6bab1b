//! Every step from a content folder to a published site, named once.
