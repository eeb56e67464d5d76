// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/values/bucketfield.h"
#include "atlas/values/cloudprovider.h"
#include "buckets/usage/exportstanding.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace buckets {

struct QueryWord;

/// A filter text, taken apart: `ledger provider:aws project:"Payments – prod" unused:`.
///
/// Words in any order, all of which must occur, in upper or lower case. A word that begins with the
/// name of a field must occur in that field, and be all of it after an equals sign:
/// `project:=Search`. Quotes keep spaces in a word. A field without a word restrains nothing:
/// somebody is typing.
class BucketQuery
{
public:
    /// One word.
    struct Term
    {
        /// Where it must occur; nothing for anywhere that is visible.
        std::optional<atlas::BucketField> column;
        /// As TextPool::foldedText() spells it; never empty.
        QByteArray word;
        /// Whether it must be all that is there.
        bool isWhole = false;

        friend bool operator==(const Term &, const Term &) = default;
    };

    enum class Use { Any, Unused, Used };

    /// Lets everything through.
    BucketQuery() = default;
    explicit BucketQuery(const QString &text);

    bool isEmpty() const { return m_terms.isEmpty() && !asksForUse(); }
    const QList<Term> &terms() const { return m_terms; }
    /// Whether only buckets are wanted that are known to be used, or known not to be.
    Use use() const { return m_use; }
    /// How the exports of the buckets stand that are wanted; nothing: in whatever way.
    const std::optional<ExportStanding> &exports() const { return m_exports; }
    /// Whether what is known of the use of buckets, or of their exports, restrains anything.
    bool asksForUse() const { return m_use != Use::Any || m_exports; }

    /// What a word can begin with, each with its colon: `provider:` and so on; and the whole words
    /// about exports: `export:failed` and so on.
    static QStringList prefixes();
    /// The column of the field that `prefix` names, colon and all; nothing for `used:`,
    /// `unused:` and `export:`, and for what names no field.
    static std::optional<atlas::BucketField> columnOf(QStringView prefix);
    /// A term that asks for `value` in the field of `column`; quoted if need be. Several terms if
    /// there are quotes in it.
    static QString termFor(atlas::BucketField column, const QString &value);
    /// A term that asks for `value` and nothing else in the field of `column`, as far as that can
    /// be spelled; empty if there is no value.
    static QString wholeTermFor(atlas::BucketField column, const QString &value);
    /// A term that asks for buckets whose exports stand so: `export:failed`.
    static QString termFor(ExportStanding exports);
    /// A term that asks for that provider; empty if it has no name.
    static QString termFor(const atlas::CloudProvider &provider);

    friend bool operator==(const BucketQuery &, const BucketQuery &) = default;

private:
    void take(const QueryWord &word);
    bool takeExports(const QString &word);

    QList<Term> m_terms;
    Use m_use = Use::Any;
    std::optional<ExportStanding> m_exports;
};

} // namespace buckets
