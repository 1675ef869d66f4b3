"""The wizard of the DEI lead, the pages for everybody, and the leader's page."""
