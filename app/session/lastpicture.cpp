// SPDX-License-Identifier: Apache-2.0
#include "session/lastpicture.h"

#include "buckets/inventory/inventory.h"
#include "buckets/reading/bucketpager.h"
#include "buckets/reading/projectlist.h"
#include "buckets/usage/projectusages.h"
#include "insight/check/exportcheck.h"
#include "insight/check/factbytes.h"
#include "insight/check/keptusage.h"

#include <algorithm>

using insight::ExportCheck;
using insight::HistoryResult;
using insight::HistoryStore;
using insight::KeptOutline;

namespace {

/// What was read of a project; nothing if it cannot be known any more.
std::optional<insight::ProjectFacts> factsOf(const insight::KeptProject &kept,
                                             const QByteArray &bytes)
{
    auto facts = insight::factsIn(bytes);
    if (!facts || facts->project.id != kept.id)
        return std::nullopt;
    facts->buckets.value = kept.buckets;
    return facts;
}

/// What the check had found. Nothing if not all of its facts are there: part of them would look
/// like a check of less.
HistoryResult<std::optional<ExportCheck::Kept>> checkIn(HistoryStore &store,
                                                        const KeptOutline &outline)
{
    const auto bytes = store.facts(outline);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto reading = store.load(outline.id);
    if (!reading)
        return tl::unexpected(reading.error());
    const auto spans = store.exportSpans();
    if (!spans)
        return tl::unexpected(spans.error());
    insight::Facts facts{{}, outline.hasAllProjects, outline.at};
    if (!*reading || (*reading)->projects.size() != bytes->size())
        return std::optional<ExportCheck::Kept>();
    for (qsizetype i = 0; i < bytes->size(); ++i) {
        const auto project = factsOf((*reading)->projects[i], bytes->at(i));
        if (!project)
            return std::optional<ExportCheck::Kept>();
        facts.projects.append(*project);
    }
    return std::optional(ExportCheck::keptOf(facts, *spans));
}

} // namespace

LastPicture::LastPicture(const Places &places, QObject *parent) : QObject(parent), m_places(places)
{
    connect(&places.pager, &buckets::BucketPager::changed, this, &LastPicture::follow);
    connect(&places.inventory, &buckets::Inventory::changed, this, &LastPicture::follow);
}

void LastPicture::show(insight::HistoryKeeper *history)
{
    m_history = history;
    if (!history)
        return;
    askForOutline();
    // What has been read meanwhile is the latest from then on.
    connect(history, &insight::HistoryKeeper::readingsChanged, this, &LastPicture::askForOutline);
}

void LastPicture::askForOutline()
{
    m_history->ask([](HistoryStore &store) { return store.outline(); },
                   [picture = QPointer(this)](const std::optional<KeptOutline> &outline) {
                       if (picture)
                           picture->takeOutline(outline);
                   });
}

void LastPicture::takeOutline(const std::optional<KeptOutline> &outline)
{
    m_outline = outline;
    if (!outline)
        return;
    QList<buckets::ProjectList::Entry> entries;
    for (const KeptOutline::Project &project : outline->projects) {
        buckets::ProjectList::Entry entry;
        entry.project.id = project.id;
        entry.project.name = project.name;
        if (project.hasAllBuckets)
            entry.bucketCount = project.buckets;
        entries.append(entry);
    }
    m_places.projects.showKept(entries, outline->at);
    follow();
}

void LastPicture::follow()
{
    if (!m_history || !m_outline)
        return;
    const auto wholeProject = m_places.inventory.project();
    if (std::exchange(m_wholeProject, wholeProject) != wholeProject && wholeProject)
        showWholeProject();
    if (m_places.inventory.isShown() && !wholeProject) {
        if (!std::exchange(m_wereAllAskedFor, true))
            showAll();
    } else if (m_places.pager.project() != m_project) {
        m_project = m_places.pager.project();
        showPage();
    }
}

/// Half of a list would look like all of it.
void LastPicture::askForPage(atlas::ProjectId project, const TakePage &take)
{
    const auto &projects = m_outline->projects;
    const auto kept = std::find_if(projects.cbegin(), projects.cend(),
                                   [project](const auto &one) { return one.id == project; });
    if (kept == projects.cend() || !kept->hasAllBuckets)
        return;
    m_history->ask([outline = *m_outline, place = kept - projects.cbegin()](
                       HistoryStore &store) { return store.page(outline, place); },
                   [picture = QPointer(this), take](const std::optional<insight::KeptPage> &page) {
                       if (picture && page)
                           take(*page);
                   });
}

void LastPicture::showPage()
{
    if (m_project)
        askForPage(*m_project, [this](const insight::KeptPage &page) { takePage(page); });
}

void LastPicture::showWholeProject()
{
    askForPage(*m_wholeProject, [this](const insight::KeptPage &page) {
        buckets::BucketRows rows;
        const auto index = rows.projectIndex(page.project.id);
        for (const atlas::ExportBucket &bucket : page.project.buckets)
            rows.append(rows.pack(index, bucket));
        m_places.inventory.showKeptOf(page.project.id, std::move(rows), m_outline->at);
    });
}

void LastPicture::takePage(const insight::KeptPage &page)
{
    m_places.pager.showKept(page.project.id, page.project.buckets, m_outline->at);
    if (const auto facts = factsOf(page.project, page.facts))
        showUsage(*facts);
}

void LastPicture::showAll()
{
    m_history->ask(
        [outline = *m_outline](HistoryStore &store) { return store.rows(outline); },
        [picture = QPointer(this), at = m_outline->at](std::optional<buckets::BucketRows> &&rows) {
            if (picture && rows)
                picture->m_places.inventory.showKept(std::move(*rows), at);
        });
    showFacts();
}

void LastPicture::showFacts()
{
    m_history->ask([outline = *m_outline](HistoryStore &store) { return checkIn(store, outline); },
                   [picture = QPointer(this)](const std::optional<ExportCheck::Kept> &kept) {
                       if (!picture || !kept)
                           return;
                       picture->m_places.check.showKept(*kept);
                       for (const insight::ProjectFacts &facts : kept->facts.projects)
                           picture->showUsage(facts);
                   });
}

void LastPicture::showUsage(const insight::ProjectFacts &facts)
{
    const auto kept = insight::keptUsage(facts);
    if (!kept)
        return;
    buckets::ProjectUsage *usage = m_places.usages.of(facts.project.id);
    usage->showKept(*kept, m_outline->at);
    Q_EMIT usageShown(usage);
}
