// Stands in for react-devtools-core, which Ink loads only while React itself is being debugged.
export default { initialize() {}, connectToDevTools() {} };
