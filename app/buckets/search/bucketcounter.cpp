// SPDX-License-Identifier: Apache-2.0
#include "buckets/search/bucketcounter.h"

#include "base/texts/showntext.h"
#include "buckets/search/bucketquery.h"
#include "buckets/usage/bucketsinuse.h"
#include "buckets/usage/lastexporttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace buckets {

namespace {

/// Each may be a miss of all caches.
constexpr std::size_t RowsPerStep = 1024;

struct CountText
{
    Q_DECLARE_TR_FUNCTIONS(models::BucketCounts)
};

bool isBefore(const BucketCount &left, const BucketCount &right)
{
    return left.count == right.count ? left.label.compare(right.label, Qt::CaseInsensitive) < 0
                                     : left.count > right.count;
}

/// What Atlas left out cannot be searched for.
BucketCount withoutValue(const QString &label, int count)
{
    return {label, {}, count, {}};
}

} // namespace

void BucketCounter::begin(const BucketRows &rows, const BucketsInUse &use, std::vector<int> wanted)
{
    m_rows = &rows;
    m_use = &use;
    m_standings.clear();
    m_exports = {};
    m_wanted = std::move(wanted);
    m_next = 0;
    m_providers.clear();
    m_regions.clear();
    m_regionless.clear();
    m_projects.clear();
    m_required = 0;
    m_notRequired = 0;
    m_found = {};
    m_foundDimensions = 0;
}

bool BucketCounter::step()
{
    if (m_standings.size() < m_rows->projectEnd()) {
        lookUp(static_cast<BucketRows::ProjectIndex>(m_standings.size()));
        return true;
    }
    if (m_next < m_wanted.size()) {
        const std::size_t end = std::min(m_next + RowsPerStep, m_wanted.size());
        for (; m_next < end; ++m_next)
            count(m_wanted[m_next]);
        return true;
    }
    m_found[m_foundDimensions] = countsOf(static_cast<BucketDimension>(m_foundDimensions));
    ++m_foundDimensions;
    return m_foundDimensions < m_found.size();
}

void BucketCounter::end()
{
    m_total = static_cast<int>(m_wanted.size());
    m_counts = std::move(m_found);
    forgetRows();
    m_whenDone();
}

/// What has been counted has texts of its own, and stays.
void BucketCounter::forgetRows()
{
    m_rows = nullptr;
    m_use = nullptr;
    m_standings.clear();
    m_wanted = {};
    m_next = 0;
    m_found = {};
}

/// One project a step: it may have thousands of jobs.
void BucketCounter::lookUp(BucketRows::ProjectIndex project)
{
    const ProjectUsage *usage = m_use->usageOf(m_rows->project(project));
    m_standings.push_back(usage ? ProjectStandings(*usage) : ProjectStandings());
}

void BucketCounter::count(int row)
{
    const TextPool::Index provider = m_rows->textIndex(row, atlas::BucketField::Provider);
    const TextPool::Index region = m_rows->textIndex(row, atlas::BucketField::Region);
    ++m_providers[provider];
    ++(region == TextPool::None ? m_regionless[provider] : m_regions[region]);
    if (const auto isRequired = m_rows->flag(row, atlas::BucketField::PrivateNetworking))
        ++(*isRequired ? m_required : m_notRequired);
    const BucketRows::ProjectIndex project = m_rows->projectIndexAt(row);
    ++m_projects[project];
    ++m_exports[static_cast<std::size_t>(m_standings[project].of(m_rows->idAt(row)))];
}

QList<BucketCount> BucketCounter::countsOf(BucketDimension dimension) const
{
    QList<BucketCount> counts;
    switch (dimension) {
    case BucketDimension::Exports:
        return exportCounts();
    case BucketDimension::Provider:
        counts = providerCounts();
        break;
    case BucketDimension::Region:
        counts = regionCounts();
        break;
    case BucketDimension::PrivateNetworking:
        counts = networkingCounts();
        break;
    case BucketDimension::Project:
        counts = projectCounts();
        break;
    }
    counts.removeIf([](const BucketCount &count) { return count.count == 0; });
    std::sort(counts.begin(), counts.end(), isBefore);
    return counts;
}

QList<BucketCount> BucketCounter::exportCounts() const
{
    QList<BucketCount> counts;
    for (const ExportStandingInfo &info : ExportStandings) {
        const int count = m_exports[static_cast<std::size_t>(info.standing)];
        if (count > 0)
            counts.append({standingText(info.standing),
                           BucketQuery::termFor(info.standing),
                           count,
                           {},
                           info.tone,
                           !info.tone});
    }
    return counts;
}

QList<BucketCount> BucketCounter::providerCounts() const
{
    QList<BucketCount> counts;
    for (auto it = m_providers.begin(); it != m_providers.end(); ++it) {
        const atlas::CloudProvider provider = providerAt(it.key());
        const QString name = provider.displayName();
        counts.append({name.isEmpty() ? CountText::tr("Not specified") : base::shownText(name),
                       BucketQuery::termFor(provider), it.value(), provider.kind()});
    }
    return counts;
}

QList<BucketCount> BucketCounter::regionCounts() const
{
    QList<BucketCount> counts;
    for (auto it = m_regions.begin(); it != m_regions.end(); ++it) {
        const QString name = m_rows->texts().text(it.key());
        counts.append({name.isEmpty() ? CountText::tr("Not specified") : base::shownText(name),
                       BucketQuery::wholeTermFor(atlas::BucketField::Region, name),
                       it.value(),
                       {}});
    }
    int notListed = 0;
    int without = 0;
    for (auto it = m_regionless.begin(); it != m_regionless.end(); ++it) {
        const bool isOmitted =
            atlas::isLeftOutOfLists(atlas::BucketField::Region, providerAt(it.key()).kind());
        (isOmitted ? notListed : without) += it.value();
    }
    //: The region of buckets that have one, but Atlas's lists leave it out.
    counts.append(withoutValue(CountText::tr("Not loaded"), notListed));
    counts.append(withoutValue(CountText::tr("No region"), without));
    return counts;
}

QList<BucketCount> BucketCounter::networkingCounts() const
{
    const auto made = [](bool isRequired, int count) {
        const QString text = atlas::answerText(atlas::BucketField::PrivateNetworking, isRequired);
        return BucketCount{
            text, BucketQuery::termFor(atlas::BucketField::PrivateNetworking, text), count, {}};
    };
    const int silent = static_cast<int>(m_wanted.size()) - m_required - m_notRequired;
    return {made(true, m_required), made(false, m_notRequired),
            withoutValue(CountText::tr("Not specified"), silent)};
}

QList<BucketCount> BucketCounter::projectCounts() const
{
    QList<BucketCount> counts;
    for (auto it = m_projects.begin(); it != m_projects.end(); ++it) {
        const TextPool::Index name = m_rows->projectName(it.key());
        const QString text = m_rows->texts().text(name);
        counts.append(text.isEmpty() ? withoutValue(m_rows->project(it.key()).toHex(), it.value())
                                     : BucketCount{base::shownText(text),
                                                   BucketQuery::wholeTermFor(
                                                       atlas::BucketField::Project, text),
                                                   it.value(),
                                                   {}});
    }
    return counts;
}

atlas::CloudProvider BucketCounter::providerAt(TextPool::Index index) const
{
    return atlas::CloudProvider::fromApi(m_rows->texts().text(index));
}

} // namespace buckets
