// SPDX-License-Identifier: Apache-2.0
#include "insight/advice/changetext.h"

#include "base/texts/nothingtoshow.h"
#include "base/texts/showntext.h"
#include "base/texts/timetext.h"
#include "buckets/usage/scheduletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace insight {

namespace {

/// Has the texts of this file translated as one.
class ChangeText
{
    Q_DECLARE_TR_FUNCTIONS(insight::Change)
};

/// Names in a sentence are no more than these; the others are counted.
constexpr qsizetype MostNames = 3;

std::optional<atlas::BucketField> bucketFieldOf(const QString &key)
{
    for (const atlas::BucketFieldInfo &info : atlas::BucketFields) {
        if (!key.isEmpty() && (info.key == key || info.keyForAws == key))
            return info.field;
    }
    return std::nullopt;
}

QString scheduleFieldText(const Change &change)
{
    const QString cluster = change.cluster ? change.cluster->toString() : QString();
    if (change.field == "exportBucketId"_L1)
        return ChangeText::tr("Export bucket of %1").arg(cluster);
    if (change.field == "frequencyType"_L1)
        return ChangeText::tr("Export frequency of %1").arg(cluster);
    return ChangeText::tr("Auto export of %1").arg(cluster);
}

QString switchText(bool isOn)
{
    return isOn ? ChangeText::tr("On") : ChangeText::tr("Off");
}

QString countText(const Comparison &comparison, Change::Kind kind)
{
    const auto count = std::count_if(comparison.changes.begin(), comparison.changes.end(),
                                     [kind](const Change &one) { return one.kind == kind; });
    return QLocale().toString(count);
}

} // namespace

QString changeKindText(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added:
        return ChangeText::tr("Added");
    case Change::Kind::Removed:
        return ChangeText::tr("Removed");
    case Change::Kind::Altered:
        return ChangeText::tr("Altered");
    }
    Q_UNREACHABLE();
    return {};
}

QString authorText(Change::Kind kind, const Author &author)
{
    const QString who = author.who.isEmpty() ? u"Atlas"_s : base::shownText(author.who);
    const QString when = base::localTimeWithSeconds(author.when);
    switch (kind) {
    case Change::Kind::Added:
        return ChangeText::tr("Added by %1, %2").arg(who, when);
    case Change::Kind::Removed:
        return ChangeText::tr("Removed by %1, %2").arg(who, when);
    case Change::Kind::Altered:
        return ChangeText::tr("Altered by %1, %2").arg(who, when);
    }
    Q_UNREACHABLE();
    return {};
}

QString changeSubjectText(const Change &change)
{
    switch (change.subject) {
    case Change::Subject::Project:
        return change.field.isEmpty() ? ChangeText::tr("Project") : ChangeText::tr("Project name");
    case Change::Subject::Bucket:
        if (const auto field = bucketFieldOf(change.field))
            return atlas::titleOf(*field);
        return ChangeText::tr("Export bucket");
    case Change::Subject::Schedule:
        return scheduleFieldText(change);
    case Change::Subject::Role:
        return change.field == "authorized"_L1 ? ChangeText::tr("Role authorization")
                                               : ChangeText::tr("Role");
    }
    Q_UNREACHABLE();
    return {};
}

QString changeValueText(const Change &change, const std::optional<QString> &value)
{
    if (!value)
        return base::nothingToShow();
    const bool isYes = *value == "true"_L1;
    if (change.field == "autoExportEnabled"_L1)
        return switchText(isYes);
    if (change.field == "frequencyType"_L1)
        return buckets::frequencyLabel(atlas::ExportFrequency::fromApi(*value));
    if (change.subject == Change::Subject::Role && change.field == "authorized"_L1)
        return isYes ? ChangeText::tr("Authorized") : ChangeText::tr("Not authorized");
    const auto field = bucketFieldOf(change.field);
    if (change.subject == Change::Subject::Bucket && field
        && atlas::infoOf(*field).source == atlas::FieldSource::Flag)
        return atlas::answerText(*field, isYes);
    return base::orNothing(*value);
}

QString compareWithText(CompareWith with)
{
    switch (with) {
    case CompareWith::LastTime:
        return ChangeText::tr("Last time");
    case CompareWith::Yesterday:
        return ChangeText::tr("Yesterday");
    case CompareWith::AWeekAgo:
        return ChangeText::tr("A week ago");
    }
    Q_UNREACHABLE();
    return {};
}

QString comparisonText(const Comparison &comparison)
{
    const QString since = base::longTimeText(comparison.before.at);
    const QString projects =
        ChangeText::tr("%Ln projects were compared.", nullptr, comparison.projects);
    if (comparison.changes.isEmpty())
        return ChangeText::tr("No changes since %1.").arg(since) + u' ' + projects;
    return ChangeText::tr("%1 added, %2 altered, %3 removed since %4.")
               .arg(countText(comparison, Change::Kind::Added),
                    countText(comparison, Change::Kind::Altered),
                    countText(comparison, Change::Kind::Removed), since)
        + u' ' + projects;
}

QString comparedInPartText(const Comparison &comparison)
{
    const QStringList &names = comparison.comparedInPart;
    if (names.isEmpty())
        return {};
    const QString some = names.first(std::min(names.size(), MostNames)).join(u", "_s);
    if (names.size() <= MostNames)
        return ChangeText::tr("Loaded in part, so some changes may be missing: %1.").arg(some);
    return ChangeText::tr("Loaded in part, so some changes may be missing: %1 and %Ln more.",
                          nullptr, static_cast<int>(names.size() - MostNames))
        .arg(some);
}

} // namespace insight
