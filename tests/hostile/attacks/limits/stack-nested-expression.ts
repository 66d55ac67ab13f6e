// tries: an expression too deep to be compiled
// expect: failed /SyntaxError|Maximum call stack|too (large|deep)/
export default () => new RegExp("(".repeat(2e5) + ")".repeat(2e5)).source.length;
