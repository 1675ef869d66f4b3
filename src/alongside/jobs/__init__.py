"""Work that is done beside the pages: the schedule, and the worker."""
