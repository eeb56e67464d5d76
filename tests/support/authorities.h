// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace testsupport {

// Certificates of authorities that nobody knows, as PEM.
inline constexpr QByteArrayView OneAuthority =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBczCCARmgAwIBAgIUM/5Z/bi83aUvrP9mXH6h4j+IpwswCgYIKoZIzj0EAwIw\n"
    "DjEMMAoGA1UEAwwDb25lMCAXDTI2MTEyOTA3NTQxM1oYDzIxMjYxMTA1MDc1NDEz\n"
    "WjAOMQwwCgYDVQQDDANvbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATfgFfH\n"
    "atGpWibTWCXIapnSpSLsYMCbkZtIPkLZLidQ09GQb4WpOhqoVfIL7fPG0UPtFriE\n"
    "aioRO8iPjdHUwOgqo1MwUTAdBgNVHQ4EFgQU1SzFKeMTXcgdj078VSkyMxYj2eUw\n"
    "HwYDVR0jBBgwFoAU1SzFKeMTXcgdj078VSkyMxYj2eUwDwYDVR0TAQH/BAUwAwEB\n"
    "/zAKBggqhkjOPQQDAgNIADBFAiBpQnJcnbDIebBqGowUyKonZJqgYRwZBEjL4G6M\n"
    "p4s0qwIhAPsmor9DYll+wJCuzJq+SC8XDRF3BN8PK3K8g1GVD2H2\n"
    "-----END CERTIFICATE-----\n";
inline constexpr QByteArrayView OtherAuthority =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBczCCARmgAwIBAgIUHF7FPJ0428n1y8V5f7GlLvnLYNswCgYIKoZIzj0EAwIw\n"
    "DjEMMAoGA1UEAwwDdHdvMCAXDTI2MTEyOTA3NTQxM1oYDzIxMjYxMTA1MDc1NDEz\n"
    "WjAOMQwwCgYDVQQDDAN0d28wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARrvT9z\n"
    "mWuarQ9qx6rV6M6C3nwT0r10EBp8bPHbfIq9WauOpYrwz/+mcLdZTJjoekJhjGud\n"
    "wcXpDNkiottrsAAro1MwUTAdBgNVHQ4EFgQUl99mcGYDcPC92AKH0R7RNWYrPJIw\n"
    "HwYDVR0jBBgwFoAUl99mcGYDcPC92AKH0R7RNWYrPJIwDwYDVR0TAQH/BAUwAwEB\n"
    "/zAKBggqhkjOPQQDAgNIADBFAiEAs1/ryMYM070r59FUMZe7FLSROJFT9v/7QrwC\n"
    "w7aykYUCIBAg/FxlT1Di5Xpm5LgpLNI+qKAcEjswX7MBHKt8/8er\n"
    "-----END CERTIFICATE-----\n";

} // namespace testsupport
