// tries: take the whole screen
// expect: done stdout /\u001b\[\?1049h/
export default () => "\u001b[?1049h\u001b[2J\u001b[?25l\u001b[?1000h\u001b[?2004h";
