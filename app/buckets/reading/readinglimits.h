// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "atlas/errors/apierror.h"
#include "atlas/errors/httpstatus.h"
#include "atlas/values/pagerequest.h"
#include "net/wire/lanes.h"

#include <QCoreApplication>

/// How what takes many calls is read.
namespace buckets::limits {

/// As many as can be on their way: more would only wait in another line.
inline constexpr int CallsAtATime = net::Lanes::MostPlaces;
/// After so many calls in a row have failed, the others are not sent.
inline constexpr int MostFailuresInARow = 6;

/// After so many pages a list is taken for one that never ends.
inline constexpr int MostPages = 100;

/// Why a list was not read to its end.
inline atlas::ApiError endless(int pages = MostPages)
{
    return atlas::malformedAnswer(atlas::httpstatus::Ok,
                                  {"buckets",
                                   QT_TRANSLATE_NOOP("buckets",
                                                     "The list has more than %1 pages and was "
                                                     "not loaded completely."),
                                   {QString::number(pages)}});
}

/// The fewest calls for a long list.
inline atlas::ItemsPerPage largestPage()
{
    return *atlas::ItemsPerPage::from(atlas::ItemsPerPage::Max);
}

} // namespace buckets::limits
