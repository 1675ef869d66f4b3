// Where a browser keeps its passes at the main address: one entry, in which each has a mark that says nothing.
export const SHELF = "passes";
export const shelf = () => JSON.parse(localStorage.getItem(SHELF)) ?? {};
