// tries: turn the order of text around
// expect: done stdout /\u202e/
export default () => "access \u202edetnarg\u202c \u2066x\u2069 \u200b\u2060\ufeff";
