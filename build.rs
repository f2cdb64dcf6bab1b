//! Compiles the program again when a file comes or goes in a folder that is built into it.

#[expect(clippy::print_stdout, reason = "this is how cargo is told something")]
fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=src/init/starter");
}
