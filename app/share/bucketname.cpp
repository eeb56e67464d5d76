// SPDX-License-Identifier: Apache-2.0
#include "share/bucketname.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace share {

bool isPlainBucketName(const QString &name)
{
    // Azure's `$root` and `$web` begin with a dollar sign.
    static const QRegularExpression plain(u"\\A\\$?[A-Za-z0-9][A-Za-z0-9._-]*\\z"_s);
    return plain.match(name).hasMatch();
}

} // namespace share
