// SPDX-License-Identifier: Apache-2.0
// The file in which the Atlas CLI keeps its profiles. The first byte means nothing.
#include "accounts/profiles/atlascliimport.h"
#include "fuzzing.h"

#include <algorithm>

using fuzzing::require;

namespace {

void checkUsable(const accounts::ImportCandidate &candidate)
{
    using Place = accounts::ImportCandidate::SecretPlace;
    require(accounts::BaseUrl::parse(candidate.draft.baseUrl).has_value(), "an address");
    require(candidate.secret.isEmpty() == (candidate.secretPlace != Place::InFile),
            "a secret is where it is said to be");
    require(candidate.secretPlace == Place::InFile || !candidate.notes.isEmpty(),
            "a note on the secret");
    require(candidate.draft.defaultProject.isEmpty()
                || atlas::ProjectId::fromHex(candidate.draft.defaultProject),
            "a project's ID");
}

void check(const accounts::ImportCandidate &candidate)
{
    require(candidate.draft.name == candidate.sourceName, "the profile's name");
    if (!candidate.problem) {
        checkUsable(candidate);
        return;
    }
    require(!candidate.problem->isEmpty(), "a reason");
    require(candidate.secret.isEmpty() && candidate.draft.identity.isEmpty(),
            "no credential of what cannot be used");
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const auto candidates = accounts::parseAtlasCliConfig(fuzzing::Input(data, size).view());
    if (!candidates) {
        require(!candidates.error().isEmpty(), "a reason");
        return 0;
    }
    for (const accounts::ImportCandidate &candidate : *candidates)
        check(candidate);
    return 0;
}
