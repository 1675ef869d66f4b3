from django.urls import path

from alongside.administration.views import demo, imports, jurisdiction, people

_IMPORT = "administration/imports/<uuid:which>"

urlpatterns = [
    path("demo/", demo.choose, name="demo"),
    path("demo/<uuid:person>/", demo.be, name="demo-be"),
    path("jurisdiction/", jurisdiction.show, name="jurisdiction"),
    path("administration/", people.home, name="administration"),
    path("administration/jurisdiction/", jurisdiction.choose, name="administration-jurisdiction"),
    path("administration/people/", people.people, name="administration-people"),
    path("administration/people/add/", people.add_person, name="administration-add-person"),
    path("administration/people/<uuid:person>/", people.person, name="administration-person"),
    path("administration/units/", people.units, name="administration-units"),
    path("administration/units/<uuid:unit>/", people.unit, name="administration-unit"),
    path("administration/audit/", people.audit, name="administration-audit"),
    path("administration/imports/", imports.imports, name="administration-imports"),
    path(f"{_IMPORT}/", imports.one, name="administration-import"),
    path(f"{_IMPORT}/apply/", imports.apply, name="administration-import-apply"),
    path(f"{_IMPORT}/cancel/", imports.cancel, name="administration-import-cancel"),
    path(f"{_IMPORT}/lines-to-mend.csv", imports.bad_lines, name="administration-import-bad-lines"),
]
