//! Tests of reading a content folder.
