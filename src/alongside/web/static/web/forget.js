// htmx notes the address of the page in the tab's storage. On a shared computer nothing is to be left there.
sessionStorage.removeItem("htmx-current-path-for-history");
