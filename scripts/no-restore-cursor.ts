// Stands in for restore-cursor, which writes an escape sequence to stderr when the process ends, even where
// stderr is a file. Ink shows the cursor again by itself, on the terminal it hid it on.
export default function restoreCursor(): void {}
