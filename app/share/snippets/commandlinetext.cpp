// SPDX-License-Identifier: Apache-2.0
#include "share/snippets/commandlinetext.h"

#include "share/snippets/shellquote.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace share {

QString commandLineText(const BucketPlace &place)
{
    QStringList words{u"bucketscope"_s};
    if (!place.profile.isEmpty())
        words += {u"--profile"_s, shellQuoted(place.profile)};
    // A profile of this name that belongs to another host is refused, and sent nowhere.
    words += {u"--base-url"_s, shellQuoted(place.baseUrl.toString(QUrl::FullyEncoded))};
    words += {u"--project"_s, place.project.toHex(), u"--bucket"_s, place.bucket.toHex()};
    if (place.page)
        words += {u"--page"_s, QString::number(place.page->value())};
    words += {u"--items-per-page"_s, QString::number(place.itemsPerPage.value())};
    return words.join(u' ');
}

} // namespace share
