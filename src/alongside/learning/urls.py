from django.urls import path

from alongside.learning import keeping, views

urlpatterns = [
    path("learn/today/", views.lesson, name="lesson"),
    path("learn/today/recall/", views.recall, name="lesson-recall"),
    path("learn/items/<slug:code>/", views.item, name="item"),
    path("learn/read/", views.read, name="read"),
    path("learn/library/", views.library, name="library"),
    path("learn/packs/", keeping.all_packs, name="packs"),
    path("learn/packs/import/", keeping.import_pack, name="pack-import"),
    path("learn/packs/<uuid:which>/remove/", keeping.remove_pack, name="pack-remove"),
    path("learn/channel/", keeping.shared_channel, name="shared-channel"),
    path("learn/channel/remove/", keeping.remove_channel, name="shared-channel-remove"),
    path("learn/feeds/", keeping.all_feeds, name="feeds"),
    path("learn/feeds/<uuid:which>/remove/", keeping.remove_feed, name="feed-remove"),
]
