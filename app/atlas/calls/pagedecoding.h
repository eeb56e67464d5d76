// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/calls/fieldreading.h"
#include "atlas/calls/page.h"
#include "atlas/errors/httpstatus.h"
#include "atlas/errors/result.h"
#include "atlas/values/pagerequest.h"

#include <QCoreApplication>
#include <QJsonArray>

/// What the decoders of decoding.h are made of.
namespace atlas::decoding {

/// Reads one thing from its object and notes in the reader what is wrong.
template<class T>
using ReadItem = T (*)(JsonReader &, const QJsonObject &);

/// What a call comes to whose answer the reader has found wrong.
inline auto malformed(const JsonReader &reader)
{
    return tl::unexpected(malformedAnswer(httpstatus::Ok, reader.problem()));
}

/// An answer that is one thing.
template<class T>
Result<T> decodeOne(const QJsonObject &answer, ReadItem<T> readItem)
{
    JsonReader reader(answer);
    T item = readItem(reader, answer);
    if (reader.failed())
        return malformed(reader);
    return item;
}

/// Notes which other pages there are.
inline void readLinks(const QJsonArray &links, PageFrame &page)
{
    using namespace Qt::Literals::StringLiterals;
    using Link = PageFrame::Link;
    page.next = Link::Absent;
    page.previous = Link::Absent;
    for (const QJsonValue &link : links) {
        const QString relation = link["rel"_L1].toString();
        if (relation == "next"_L1)
            page.next = Link::Present;
        else if (relation == "previous"_L1)
            page.previous = Link::Present;
    }
}

/// The list of a page's results, which has to be there and is no longer than a page can be.
inline QJsonArray readResults(JsonReader &reader)
{
    using namespace Qt::Literals::StringLiterals;
    const auto results = reader.array(u"results"_s);
    if (!results)
        reader.failAsMissing(u"results"_s);
    else if (results->size() > ItemsPerPage::Max)
        reader.fail(u"results"_s,
                    {"atlas::JsonReader",
                     QT_TRANSLATE_NOOP("atlas::JsonReader", "more than %1 entries"),
                     {QString::number(ItemsPerPage::Max)}});
    return results.value_or(QJsonArray());
}

/// An answer that is a page of things. One that cannot be read is left out; if that is true of all
/// of them, it is the answer that is wrong.
template<class T>
Result<Page<T>> decodePage(const QJsonObject &answer, ReadItem<T> readItem)
{
    using namespace Qt::Literals::StringLiterals;
    JsonReader reader(answer);
    const QJsonArray results = readResults(reader);
    const auto totalCount = reader.integer(u"totalCount"_s);
    const auto links = reader.array(u"links"_s);
    if (reader.failed())
        return malformed(reader);

    Page<T> page;
    page.results.reserve(results.size());
    reader.tryEachObject(u"results"_s, [&](JsonReader &item, const QJsonObject &object) {
        T read = readItem(item, object);
        if (item.failed())
            page.leaveOut(item.problem());
        else
            page.results.append(std::move(read));
    });
    if (page.results.isEmpty() && page.leftOut > 0)
        return tl::unexpected(malformedAnswer(httpstatus::Ok, page.firstProblem));
    if (totalCount && *totalCount >= 0)
        page.totalCount = totalCount;
    if (links)
        readLinks(*links, page);
    return page;
}

} // namespace atlas::decoding
