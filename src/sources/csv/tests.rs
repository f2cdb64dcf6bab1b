//! Tests of the CSV reader.
