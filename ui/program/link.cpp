// SPDX-License-Identifier: Apache-2.0
#include "ui/program/link.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ui {

std::optional<Link> linkIn(const QString &text)
{
    static const QRegularExpression form(
        u"\\Abucketscope://project/([^/]+)(?:/bucket/([^/]+))?\\z"_s);
    const auto match = form.match(text);
    const auto project = atlas::ProjectId::fromHex(match.capturedView(1));
    if (!project)
        return std::nullopt;
    Link link{*project, std::nullopt};
    if (match.hasCaptured(2)) {
        link.bucket = atlas::BucketId::fromHex(match.capturedView(2));
        if (!link.bucket)
            return std::nullopt;
    }
    return link;
}

QString textOf(const Link &link)
{
    const QString text = u"bucketscope://project/"_s + link.project.toHex();
    return link.bucket ? QString(text + u"/bucket/"_s + link.bucket->toHex()) : text;
}

} // namespace ui
