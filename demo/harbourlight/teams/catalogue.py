"""Catalogue."""

from harbourlight import keys, stores
from harbourlight.function import Release
from harbourlight.readers import ORDERS, ciphertext, copy, literal, parameter, secret_by_arn, settings
from harbourlight.special_parameters import LEGACY
from harbourlight.values import api_key


def functions(world):
    return [
        secret_by_arn(world, "catalogue-stock-sync", ORDERS, "orders-db", "ORDERS_DB_SECRET_ARN", "password"),
        _price_import(world),
        parameter(
            world, "catalogue-feed-export", LEGACY, "legacy-db", "LEGACY_DB_PARAMETER", "password", cache_seconds=3600
        ),
        _image_resize(world),
        parameter(
            world, "catalogue-search", "/prod/catalogue/search/api-key", "catalogue-search", "SEARCH_KEY_PARAMETER"
        ),
        secret_by_arn(
            world, "catalogue-index", "prod/catalogue/search-admin", "search-cluster", "SEARCH_ADMIN_SECRET_ARN"
        ),
        parameter(
            world,
            "catalogue-review-moderation",
            "/prod/catalogue/review/password",
            "catalogue-review",
            "REVIEW_PASSWORD_PARAMETER",
            cache_seconds=60,
        ),
        settings("catalogue-recommend", {"MODEL": "basket-v4", "TOKEN_LIMIT": "2048"}),
        _looks_secret(),
        settings("catalogue-sitemap", {"SITEMAP_BUCKET": "harbourlight-sitemap"}, region="us-east-1"),
        _translations(world),
        settings("catalogue-cdn-headers", {"CSP": "default-src 'self'"}, region="us-east-1"),
    ]


def _price_import(world):
    """A copy of the database's password, made before the last rotation: it works while the database takes both."""
    first, before, _ = world.versions[ORDERS]
    world.values.keep("env:catalogue-price-import@1/DB_PASSWORD", first.value)
    copy(world, "catalogue-price-import", before.id, stale=True, drift=True)
    copy(world, "catalogue-price-import", "older", stale=True, version="@1")
    return literal(
        world,
        "catalogue-price-import",
        before.value,
        "orders-db",
        "DB_PASSWORD",
        releases=[Release(200, {"DB_PASSWORD": first.value}), Release(116), Release(30)],
    )


def _image_resize(world):
    """A ciphertext in a bucket, pointed to by a variable."""
    key = world.values.keep("s3:harbourlight-sealed/image-cdn#plain", api_key("cdn_"))
    world.outside.accepts("image-cdn", key)
    stores.put_object(world, "image-cdn", keys.encrypt(world, "carriers", key))
    held, bucket = f"s3://{stores.BUCKET}/image-cdn", f"bucket:{stores.BUCKET}"
    return ciphertext(
        world, "catalogue-image-resize", "image-cdn", "CDN_KEY_OBJECT", held, "carriers", kept="bucket", reads=[bucket]
    )


def _looks_secret():
    """Names that scanners cry wolf over, and no secret in any of them."""
    return settings(
        "catalogue-attributes",
        {
            "MYSQL_ALLOW_EMPTY_PASSWORD": "yes",
            "AWS_CA_BUNDLE": "/etc/ssl/certs/ca-certificates.crt",
            "PASSWORD_MIN_LENGTH": "12",
            "TOKEN_URL": "https://login.harbourlight.example/oauth/token",
            "SECRET_NAME_PREFIX": "prod/catalogue/",
            "API_KEY_HEADER": "x-api-key",
        },
    )


def _translations(world):
    """A plain key in a variable, and the one before it in version 1: published versions keep it for ever."""
    before, now = api_key("tr_"), api_key("tr_")
    world.values.keep("env:catalogue-translations@1/TRANSLATE_API_KEY", before)
    world.outside.accepts("translator", now)
    world.description.add("literals", ref="env:catalogue-translations/TRANSLATE_API_KEY")
    return literal(
        world,
        "catalogue-translations",
        now,
        "translator",
        "TRANSLATE_API_KEY",
        releases=[Release(240, {"TRANSLATE_API_KEY": before}), Release(48)],
    )
