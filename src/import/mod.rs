//! Foreign files → content files: a declarative mapping, and a report of every row.
