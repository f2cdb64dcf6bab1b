//! Compiles the program again when a file comes or goes in a folder that is built into it.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
    println!("cargo::rerun-if-changed=src/init/starter");
}
