"""Pages for those who keep the organisation, one module for each thing they keep."""
