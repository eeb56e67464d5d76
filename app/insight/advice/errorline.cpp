// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/errorline.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

constexpr qsizetype LongestErrorName = 200;
constexpr qsizetype LongestReason = 300;
constexpr qsizetype LongestDetail = 600;

QString statusIn(const atlas::ApiError &error)
{
    return error.status > 0 ? QString::number(error.status) : QString();
}

struct ErrorLineText
{
    Q_DECLARE_TR_FUNCTIONS(insight::ErrorLine)
};

/// What is not Atlas's own, a page of a proxy's for one, bears no code.
QString quoted(const atlas::ApiError &error, const QString &text)
{
    const bool isAtlass =
        error.ownDetail.isPlain() && !error.errorCode.isEmpty() && !error.detail.isEmpty();
    //: %1 is what Atlas says, in English.
    return isAtlass ? ErrorLineText::tr("Atlas: %1").arg(text) : text;
}

QString shownName(QStringList parts, QStringView separator)
{
    parts.removeAll(QString());
    return base::shownText(parts.join(separator), LongestErrorName);
}

} // namespace

QString errorStatus(const atlas::ApiError &error)
{
    return base::orNothing(statusIn(error));
}

QString errorCode(const atlas::ApiError &error)
{
    return base::orNothing(error.errorCode);
}

QString shortErrorName(const atlas::ApiError &ofThen)
{
    const atlas::ApiError error = atlas::wordedAnew(ofThen);
    return error.errorCode.isEmpty() ? shownName({statusIn(error), error.reason}, u" ")
                                     : shownName({error.errorCode}, {});
}

QString errorName(const atlas::ApiError &ofThen)
{
    const atlas::ApiError error = atlas::wordedAnew(ofThen);
    return shownName({statusIn(error), error.errorCode.isEmpty() ? error.reason : error.errorCode},
                     u" ");
}

QString wholeErrorName(const atlas::ApiError &ofThen)
{
    const atlas::ApiError error = atlas::wordedAnew(ofThen);
    return shownName({statusIn(error), error.errorCode, error.reason}, u" · ");
}

QString errorDetail(const atlas::ApiError &error)
{
    return base::shownText(atlas::wordedAnew(error).detail, LongestDetail);
}

QString quotedDetail(const atlas::ApiError &error)
{
    return quoted(error, errorDetail(error));
}

QString fullErrorReason(const atlas::ApiError &ofThen)
{
    const atlas::ApiError error = atlas::wordedAnew(ofThen);
    return error.detail.isEmpty() ? error.reason : error.detail;
}

QString errorReason(const atlas::ApiError &error)
{
    return base::shownText(fullErrorReason(error), LongestReason);
}

QString quotedReason(const atlas::ApiError &error)
{
    return quoted(error, errorReason(error));
}

} // namespace insight
