// SPDX-License-Identifier: Apache-2.0
#include "buckets/fields/bucketname.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace buckets {

bool isPlainBucketName(const QString &name)
{
    // Azure's `$root` and `$web` begin with a dollar sign.
    static const QRegularExpression plain(u"\\A\\$?[A-Za-z0-9][A-Za-z0-9._-]*\\z"_s);
    return plain.match(name).hasMatch();
}

} // namespace buckets
