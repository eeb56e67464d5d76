// SPDX-License-Identifier: Apache-2.0
#include "headless/listrun.h"

#include "buckets/inventory/inventorytally.h"
#include "buckets/search/bucketmatcher.h"
#include "headless/scope.h"
#include "insight/advice/inventorytext.h"
#include "insight/check/factsof.h"
#include "insight/health/unread.h"
#include "share/report/bucketrecords.h"
#include "share/report/exportformat.h"
#include "share/report/jsonwriter.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace headless {

using buckets::Sweep;
using share::ExportScope;

namespace {

/// Written at once.
constexpr qsizetype PortionBytes = 128 * 1024;

bool asksForRegions(const buckets::BucketQuery &query)
{
    const auto &terms = query.terms();
    return std::any_of(terms.begin(), terms.end(), [](const buckets::BucketQuery::Term &term) {
        return term.column == atlas::BucketField::Region;
    });
}

share::ExportFormat exportFormatOf(Format format)
{
    switch (format) {
    case Format::Json:
        return share::ExportFormat::Json;
    case Format::Markdown:
        return share::ExportFormat::Markdown;
    case Format::Csv:
    case Format::JsonLines:
    case Format::Text:
    case Format::OpenMetrics:
        break;
    }
    return share::ExportFormat::Csv;
}

/// The rows of one project that a filter lets through.
std::vector<int> rowsOf(const buckets::BucketRows &rows, atlas::ProjectId project,
                        buckets::BucketMatcher *matcher)
{
    std::vector<int> picked;
    for (buckets::BucketRows::ProjectIndex index = 0; index < rows.projectEnd(); ++index) {
        if (rows.project(index) != project)
            continue;
        for (int row = rows.firstRowOf(index); row < rows.endRowOf(index); ++row) {
            if (rows.projectIndexAt(row) == index && (!matcher || matcher->matches(row)))
                picked.push_back(row);
        }
    }
    return picked;
}

} // namespace

ListRun::ListRun(Account &account, Output &output, const Command &command,
                 startup::Languages &languages)
    : m_account(account), m_output(output), m_command(command), m_languages(languages),
      m_query(command.filter), m_usageCheck(account.usages),
      m_regions(account.client, account.bucketReader)
{
    m_regions.setEnabled(false);
    m_regions.fillIn(account.inventory.buckets());
    connect(&account.inventory, &buckets::Inventory::projectRead, this, &ListRun::noteRead);
    connect(&account.inventory, &buckets::Inventory::changed, this, &ListRun::followSweep);
    connect(&m_usageCheck, &buckets::UsageCheck::begun, this,
            [this](const buckets::ProjectUsage *usage) { m_use.setUsage(*usage); });
    connect(&m_usageCheck, &buckets::UsageCheck::readingChanged, this, &ListRun::noteUseRead);
    connect(&account.bucketReader, &buckets::BucketReader::arrived, this,
            [this](atlas::BucketId bucket) { noteRegion(bucket, std::nullopt); });
    connect(&account.bucketReader, &buckets::BucketReader::failed, this, &ListRun::noteRegion);
    connect(&output, &Output::caughtUp, this, &ListRun::pauseOrGoOn);
}

void ListRun::start()
{
    m_account.inventory.openAll();
}

void ListRun::stop()
{
    m_isStopped = m_isStopped || m_step < Step::Writing;
    switch (m_step) {
    case Step::Buckets:
        m_account.inventory.stop();
        followSweep();
        break;
    case Step::Use:
        m_usageCheck.stop();
        break;
    case Step::Regions:
        m_account.bucketReader.stop();
        m_regionsLeft.clear();
        endReading();
        break;
    case Step::Writing:
    case Step::Ended:
        break;
    }
}

QString ListRun::progressText() const
{
    return insight::inventoryText(m_account.inventory);
}

/// Whether no row has to wait for what is read after it.
bool ListRun::writesAtOnce() const
{
    return m_command.format == Format::JsonLines && !m_query.asksForUse()
        && !asksForRegions(m_query);
}

void ListRun::noteRead(atlas::ProjectId project)
{
    if (m_step != Step::Buckets || !writesAtOnce())
        return;
    m_toWrite.push_back(project);
    QTimer::singleShot(0, this, &ListRun::writeSome);
}

void ListRun::followSweep()
{
    const Sweep &sweep = m_account.inventory.allProjects();
    const bool hasEnded = sweep.state() == Sweep::State::Ready
        || (sweep.state() == Sweep::State::Stopped && (sweep.stopReason() || m_isStopped));
    if (m_step == Step::Buckets && hasEnded)
        endSweep();
}

void ListRun::endSweep()
{
    const Sweep &sweep = m_account.inventory.allProjects();
    const Sweep::Tally tally = sweep.tally();
    const bool isListFailed = m_account.projects.state() == buckets::ProjectList::State::Failed;
    std::optional<atlas::ApiError> error = sweep.stopReason();
    if (!error && isListFailed && tally.projects == 0)
        error = m_account.projects.error();
    const int known = tally.read + tally.cloudManager + tally.unsupported;
    if (known == 0 && (error || m_isStopped)) {
        m_step = Step::Ended;
        Q_EMIT ended(error ? Ending{exitCodeOf(*error), linesOn(*error), {}}
                           : Ending{ExitCode::Unreachable,
                                    {tr("The time limit passed before anything was loaded.")},
                                    {}});
        return;
    }
    readUse();
}

void ListRun::readUse()
{
    m_step = Step::Use;
    if (m_query.asksForUse() && !m_isStopped) {
        QList<atlas::ProjectId> projects;
        const buckets::BucketRows &rows = m_account.inventory.buckets().rows();
        for (buckets::BucketRows::ProjectIndex index = 0; index < rows.projectEnd(); ++index) {
            if (rows.rowsOf(index) > 0)
                projects.append(rows.project(index));
        }
        m_usageCheck.start(projects);
    }
    noteUseRead();
}

void ListRun::noteUseRead()
{
    if (m_step == Step::Use && !m_usageCheck.isReading())
        readRegions();
}

void ListRun::readRegions()
{
    m_step = Step::Regions;
    const buckets::BucketStore &store = m_account.inventory.buckets();
    if (asksForRegions(m_query) && !m_isStopped) {
        for (int row = 0; row < store.rowCount(); ++row) {
            if (store.lacksRegion(row))
                m_regionsLeft.insert(store.idAt(row));
        }
        for (int row = 0; row < store.rowCount(); ++row) {
            if (store.lacksRegion(row))
                m_account.bucketReader.read(store.projectAt(row), store.idAt(row),
                                            buckets::BucketReader::Effort::Usual,
                                            net::Priority::Sweep);
        }
    }
    if (m_regionsLeft.isEmpty())
        endReading();
}

void ListRun::noteRegion(atlas::BucketId bucket, const std::optional<atlas::ApiError> &error)
{
    if (!m_regionsLeft.remove(bucket))
        return;
    if (error) {
        const buckets::BucketStore &store = m_account.inventory.buckets();
        const atlas::ProjectId project = store.projectAt(store.rowOf(bucket));
        m_unread.append({m_account.projects.project(project).value_or(atlas::Project()),
                         *error,
                         insight::part::Buckets,
                         {}});
    }
    if (m_regionsLeft.isEmpty() && m_step == Step::Regions)
        endReading();
}

/// In the order of the list of projects: that of their coming is another each time.
void ListRun::endReading()
{
    m_step = Step::Writing;
    m_unread = unreadBuckets() + unreadUse() + m_unread;
    m_toWrite.clear();
    for (int row = 0; row < m_account.projects.rowCount(); ++row) {
        const atlas::ProjectId project = m_account.projects.projectAt(row).id;
        if (!m_written.contains(project))
            m_toWrite.push_back(project);
    }
    writeSome();
}

std::unique_ptr<share::BucketWriter> ListRun::makeWriter() const
{
    if (m_command.format == Format::JsonLines)
        return std::make_unique<share::JsonLinesWriter>();
    ExportScope scope = scopeOf(m_account);
    scope.unread = m_unread;
    for (ExportScope::Unread &one : scope.unread)
        one.error = atlas::wordedAnew(one.error);
    scope.filter = m_command.filter;
    if (!isComplete())
        scope.missing = insight::inventoryText(m_account.inventory);
    return share::makeWriter(exportFormatOf(m_command.format),
                             share::CsvWriter::ByteOrderMark::Without, scope);
}

void ListRun::writeSome()
{
    if (m_step == Step::Ended)
        return;
    if (!m_writer) {
        const InEnglish english(m_languages, m_command.language);
        m_writer = makeWriter();
        m_writer->begin(m_buffer);
    }
    while (!m_toWrite.empty() && !m_output.isBehind()) {
        const atlas::ProjectId project = m_toWrite.front();
        m_toWrite.pop_front();
        writeProject(project);
    }
    pauseOrGoOn();
}

void ListRun::writeProject(atlas::ProjectId project)
{
    m_written.insert(project);
    const buckets::BucketRows &rows = m_account.inventory.buckets().rows();
    buckets::BucketFieldSet everywhere;
    everywhere.set();
    std::optional<buckets::BucketMatcher> matcher;
    if (!m_query.isEmpty()) {
        matcher.emplace(rows, m_use, m_query, everywhere, m_offsets);
        matcher->update();
    }
    {
        const share::BucketRecords records(rows, m_use,
                                           rowsOf(rows, project, matcher ? &*matcher : nullptr));
        for (int row = 0; row < records.count(); ++row) {
            m_writer->row(records.at(row), m_buffer);
            flush(PortionBytes);
        }
    }
    if (writesAtOnce())
        m_account.inventory.letGoOfAll(project);
}

/// Hands over what waits, if it is so much.
void ListRun::flush(qsizetype atLeast)
{
    if (m_buffer.size() < atLeast || m_buffer.isEmpty())
        return;
    m_output.write(m_buffer);
    // Keeps its room for what comes next.
    m_buffer.resize(0);
}

/// No more is read than somebody takes.
void ListRun::pauseOrGoOn()
{
    if (m_step == Step::Ended || !m_writer)
        return;
    const bool isBehind = m_output.isBehind();
    if (m_step == Step::Buckets) {
        flush(1);
        if (isBehind && !std::exchange(m_isPaused, isBehind))
            m_account.inventory.stop();
        else if (!isBehind && std::exchange(m_isPaused, false))
            m_account.inventory.resume();
    }
    if (!isBehind && !m_toWrite.empty())
        QTimer::singleShot(0, this, &ListRun::writeSome);
    else if (!isBehind && m_step == Step::Writing)
        end();
}

void ListRun::end()
{
    m_step = Step::Ended;
    m_writer->end(m_buffer);
    flush(1);
    Ending ending{exitCodeOf(isComplete(), false), {}, {}};
    if (const auto &reason = m_account.inventory.allProjects().stopReason())
        ending.notes = linesOn(*reason);
    if (m_account.projects.state() == buckets::ProjectList::State::Failed)
        ending.notes += linesOn(m_account.projects.error());
    ending.notes += linesOn(m_unread);
    Q_EMIT ended(ending);
}

QList<ExportScope::Unread> ListRun::unreadBuckets() const
{
    QList<ExportScope::Unread> unread;
    const Sweep &sweep = m_account.inventory.allProjects();
    for (int row = 0; row < m_account.projects.rowCount(); ++row) {
        const atlas::Project &project = m_account.projects.projectAt(row);
        const buckets::ProjectReading *reading = sweep.readingOf(project.id);
        const auto completeness =
            reading ? buckets::completenessOf(*reading) : buckets::Completeness();
        if (completeness.isWhole())
            continue;
        if (reading && completeness.lacks(buckets::Gap::Failed))
            unread.append({project, reading->error, insight::part::Buckets, {}});
        else
            unread.append(unreadBecause(project, completeness, insight::part::Buckets));
    }
    return unread;
}

/// Of what the filter asks for.
QList<ExportScope::Unread> ListRun::unreadUse() const
{
    QList<ExportScope::Unread> unread;
    for (int row = 0; m_query.asksForUse() && row < m_account.projects.rowCount(); ++row) {
        const atlas::Project &project = m_account.projects.projectAt(row);
        const buckets::ProjectUsage *usage = m_use.usageOf(project.id);
        if (!usage)
            continue;
        insight::ProjectFacts facts = insight::factsWithoutBuckets(project);
        facts.buckets = insight::bucketsPart(m_account.inventory.allProjects(), project.id);
        facts.clusters = insight::clustersPart(usage->schedules(), &usage->jobs());
        const auto parts = insight::unreadPartsOf(facts, QDateTime::currentDateTimeUtc());
        for (const insight::UnreadPart &part : parts) {
            const bool isAboutJobs = part.what == insight::part::Jobs;
            const bool isNeeded = !isAboutJobs || m_query.exports().has_value();
            if (part.what == insight::part::Buckets || !isNeeded)
                continue;
            ExportScope::Unread one = unreadBecause(project, part.completeness, part.what);
            one.error = part.error.value_or(one.error);
            one.cluster = part.cluster;
            unread.append(one);
        }
    }
    return unread;
}

bool ListRun::isComplete() const
{
    return m_unread.isEmpty() && !m_isStopped && m_account.projects.completeness().isWhole();
}

} // namespace headless
