// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QPair>

namespace hostile {

/// The good page's buckets, and its JSON: as Atlas writes it, with a next page.
QByteArrayList goodBuckets();
QByteArray goodPage();
/// The one project there is, and the page it comes on.
inline constexpr char ProjectId[] = "65f1a2b3c4d5e6f7081920aa";
QByteArray projectsPage();

/// JSON of one AWS bucket. `name` goes into the JSON as it is.
QByteArray bucket(int number, const QByteArray &name);
/// JSON of a page with these results; `more` are further members, each with a comma before it.
QByteArray page(const QByteArrayList &results, const QByteArray &more = {});
/// JSON of the good page whose first bucket has `field` set to `value`, which is JSON, too.
QByteArray pageWithField(const QByteArray &field, const QByteArray &value);

/// An answer with status 200 and its right Content-Length. `headers` end with CR LF each.
QByteArray ok(const QByteArray &body, const QByteArray &headers = {});
/// An answer with any status line's end, e.g. `404 Not Found`.
QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {});
/// The head of an answer with status 200 that announces `length`, whatever that says.
QByteArray headWithLength(const QByteArray &length);
/// The head of an answer with status 200 in chunks.
QByteArray chunkedHead();
/// One chunk.
QByteArray chunk(const QByteArray &data);

/// `data` as gzip (RFC 1952).
QByteArray gzip(const QByteArray &data);
/// An answer whose body says to be gzip.
QByteArray gzipped(const QByteArray &compressed);
/// `length` bytes of white space and letters, of which gzip makes about a ninth.
QByteArray ninefold(qsizetype length);

} // namespace hostile
