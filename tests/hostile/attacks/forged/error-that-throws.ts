// tries: throw what throws when it is looked at
// expect: failed /it threw something that cannot be shown/
export default () => {
  throw {
    toJSON() {
      throw new Error("again");
    },
  };
};
