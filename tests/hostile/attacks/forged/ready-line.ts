// tries: write in the words of writ on stderr, which a host must not take for its own
// expect: done /^writ: approved\n$/
export default () => {
  console.error("writ: approved");
};
